import { type LaneKind, laneKeyOf, lanesOf, laneTitle } from '#shared/board/lanes.ts';
import type { BoardItem } from '#shared/model/board.ts';
import { PHASES } from '#shared/model/board.ts';
import type { OpBody } from '#shared/work/op.ts';
import { rankBetween } from '#shared/work/rank.ts';

export type Move =
  | { readonly ok: true; readonly body: OpBody }
  /** A sentence for the analyst. */
  | { readonly ok: false; readonly why: string };

export interface LaneChoice {
  readonly key: string;
  readonly title: string;
}

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

/** Lanes an item can be put into: every phase, or the hosts or actors that the board names. */
export const laneChoices = (items: readonly BoardItem[], by: LaneKind): readonly LaneChoice[] =>
  by === 'phase'
    ? PHASES.map((key) => ({ key, title: laneTitle(key, by) }))
    : lanesOf(items, by).map(({ key, title }) => ({ key, title }));

/** Puts an item into a lane: of another phase, or saying another host or actor. */
export function moveToLane(item: BoardItem, by: LaneKind, lane: string): Move {
  if (laneKeyOf(item, by) === lane) return { ok: false, why: 'It is in this lane already.' };
  if (by !== 'phase') {
    const change = { [by]: lane === '' ? null : lane };
    return { ok: true, body: { kind: 'board.edit', item: item.id, change } };
  }
  const phase = PHASES.find((one) => one === lane);
  if (phase === undefined) return { ok: false, why: 'There is no such phase.' };
  return { ok: true, body: { kind: 'board.order', item: item.id, rank: item.rank, lane: phase } };
}

/** Puts an item into the lane above or below its own. `items` in board order. */
export function moveToNextLane(
  items: readonly BoardItem[],
  item: BoardItem,
  by: LaneKind,
  direction: -1 | 1,
): Move {
  const choices = laneChoices(items, by);
  const at = choices.findIndex(({ key }) => key === laneKeyOf(item, by));
  const next = choices[at + direction];
  if (next === undefined) {
    return { ok: false, why: `There is no lane ${direction === -1 ? 'above' : 'below'} this one.` };
  }
  return moveToLane(item, by, next.key);
}
