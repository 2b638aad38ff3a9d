import type { BoardItemId, RecordId } from '../model/ids.ts';
import type { Cause } from '../records/kinds/cause.ts';
import { byText } from '../work/by-text.ts';
import { rankBetween } from '../work/rank.ts';

export type Causes = ReadonlyMap<RecordId, Cause>;

export interface CauseNode {
  readonly cause: Cause;
  /** What answers its “why?”, in their order. */
  readonly whys: readonly CauseNode[];
}

/** Causes of one item of the board, or of no item in particular. */
export interface CauseGroup {
  readonly item?: BoardItemId;
  readonly causes: readonly CauseNode[];
}

const inRank = (a: Cause, b: Cause): number => byText(a.rank, b.rank) || byText(a.id, b.id);

/**
 * The causes as trees, under the items of the board that they made possible. A cause whose “why?” is answered by
 * nobody that is there begins a tree of its own. Two analysts may by merging have made a circle: it is opened at the
 * cause whose id comes first, so that every cause is shown once.
 */
export function causeGroups(
  causes: Causes,
  itemOrder: readonly BoardItemId[],
): readonly CauseGroup[] {
  const below = new Map<RecordId | undefined, Cause[]>();
  for (const cause of [...causes.values()].sort(inRank)) {
    const above = parentOf(causes, cause);
    const known = below.get(above);
    if (known === undefined) below.set(above, [cause]);
    else known.push(cause);
  }
  const node = (cause: Cause): CauseNode => ({
    cause,
    whys: (below.get(cause.id) ?? []).map(node),
  });
  const tops = (below.get(undefined) ?? []).map(node);
  const on = (item: BoardItemId): readonly CauseNode[] =>
    tops.filter(({ cause }) => cause.enabled === item);
  const placed = new Set<BoardItemId | undefined>(itemOrder);
  const loose = tops.filter(
    ({ cause }) => cause.enabled === undefined || !placed.has(cause.enabled),
  );
  return [
    ...itemOrder.flatMap((item) => {
      const mine = on(item);
      return mine.length === 0 ? [] : [{ item, causes: mine }];
    }),
    ...(loose.length === 0 ? [] : [{ causes: loose }]),
  ];
}

/** The cause that this one answers, where it is there and not part of a circle that is opened here. */
function parentOf(causes: Causes, cause: Cause): RecordId | undefined {
  if (cause.answers === undefined || !causes.has(cause.answers)) return undefined;
  const circle = circleThrough(causes, cause);
  return circle !== undefined && circle.every((id) => cause.id <= id) ? undefined : cause.answers;
}

function circleThrough(causes: Causes, cause: Cause): readonly RecordId[] | undefined {
  const seen: RecordId[] = [];
  for (let at: Cause | undefined = cause; at !== undefined;) {
    seen.push(at.id);
    const next: RecordId | undefined = at.answers;
    if (next === cause.id) return seen;
    if (next === undefined || seen.includes(next)) return undefined;
    at = causes.get(next);
  }
  return undefined;
}

/** Whether a cause may answer the “why?” of another: not of itself, nor of one that stands below it. */
export function mayAnswer(causes: Causes, cause: RecordId, other: RecordId): boolean {
  const seen = new Set<RecordId>();
  for (let at: RecordId | undefined = other; at !== undefined && !seen.has(at);) {
    if (at === cause) return false;
    seen.add(at);
    at = causes.get(at)?.answers;
  }
  return causes.has(other);
}

/** Causes that stand beside this one, itself included, in their order. */
export function besides(causes: Causes, cause: Cause): readonly Cause[] {
  const above = parentOf(causes, cause);
  return [...causes.values()]
    .filter(
      (one) =>
        parentOf(causes, one) === above && (above !== undefined || one.enabled === cause.enabled),
    )
    .sort(inRank);
}

/** The rank that puts a cause behind all that answer `answers`, or behind all trees. */
export function lastRank(causes: Causes, answers: RecordId | undefined): string {
  const last = [...causes.values()]
    .filter((one) => parentOf(causes, one) === answers)
    .sort(inRank)
    .at(-1);
  return rankBetween(last?.rank, undefined);
}

/** The rank one place earlier or later among its neighbours; undefined at the end. */
export function movedRank(causes: Causes, cause: Cause, by: -1 | 1): string | undefined {
  const list = besides(causes, cause);
  const at = list.findIndex(({ id }) => id === cause.id);
  const [before, after] = by === 1 ? [list[at + 1], list[at + 2]] : [list[at - 2], list[at - 1]];
  if ((by === 1 ? before : after) === undefined) return undefined;
  return rankBetween(before?.rank, after?.rank);
}
