import type { BoardItem } from '../model/board.ts';
import { PHASES } from '../model/board.ts';
import { phaseName } from '../model/attack.ts';

export const LANE_KINDS = ['phase', 'host', 'actor'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

export interface Lane {
  /** Empty for items that name no host or actor. */
  readonly key: string;
  readonly title: string;
  readonly items: readonly BoardItem[];
}

export const laneKeyOf = (item: BoardItem, by: LaneKind): string =>
  by === 'phase' ? item.phase : (item[by] ?? '');

/** Lanes that hold something: phases in kill-chain order, hosts and actors as they first appear, the unnamed last. */
export function lanesOf(ordered: readonly BoardItem[], by: LaneKind): readonly Lane[] {
  const byKey = new Map<string, BoardItem[]>();
  for (const item of ordered) {
    const key = laneKeyOf(item, by);
    const lane = byKey.get(key);
    if (lane === undefined) byKey.set(key, [item]);
    else lane.push(item);
  }
  const keys = [...byKey.keys()];
  const inLaneOrder =
    by === 'phase'
      ? PHASES.filter((phase) => byKey.has(phase))
      : [...keys.filter((key) => key !== ''), ...keys.filter((key) => key === '')];
  return inLaneOrder.map((key) => ({
    key,
    title: laneTitle(key, by),
    items: byKey.get(key) ?? [],
  }));
}

export function laneTitle(key: string, by: LaneKind): string {
  if (by === 'phase') return phaseName(PHASES.find((phase) => phase === key) ?? 'response');
  if (key !== '') return key;
  return by === 'host' ? 'no host named' : 'no actor named';
}
