import type { BoardItem, Phase } from '#shared/model/board.ts';
import { PHASES } from '#shared/model/board.ts';
import type { OpBody } from '#shared/work/op.ts';
import { rankBetween } from '#shared/work/rank.ts';

export type Move =
  | { readonly ok: true; readonly body: OpBody }
  /** A sentence for the analyst. */
  | { readonly ok: false; readonly why: string };

/**
 * Puts an item before or after its neighbour. Only items of the same time can change places: between others, time
 * decides. `items` in board order.
 */
export function moveInTime(items: readonly BoardItem[], item: BoardItem, direction: -1 | 1): Move {
  const peers = items.filter(({ time }) => time === item.time);
  const at = peers.findIndex(({ id }) => id === item.id);
  const neighbour = peers[at + direction];
  if (neighbour === undefined) {
    const why =
      peers.length === 1
        ? 'No other item has this time; time decides the order. Edit the item to change its time.'
        : `It is already the ${direction === -1 ? 'first' : 'last'} of the items with this time.`;
    return { ok: false, why };
  }
  const beyond = peers[at + 2 * direction];
  const rank =
    direction === -1
      ? rankBetween(beyond?.rank, neighbour.rank)
      : rankBetween(neighbour.rank, beyond?.rank);
  return { ok: true, body: { kind: 'board.order', item: item.id, rank } };
}

/** Puts an item into the lane of the phase before or after its own. */
export function moveToPhase(item: BoardItem, direction: -1 | 1): Move {
  const lane: Phase | undefined = PHASES[PHASES.indexOf(item.phase) + direction];
  if (lane === undefined) {
    return { ok: false, why: `There is no phase ${direction === -1 ? 'before' : 'after'} this.` };
  }
  return { ok: true, body: { kind: 'board.order', item: item.id, rank: item.rank, lane } };
}
