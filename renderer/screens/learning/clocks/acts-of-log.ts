import type { Op, OpBody } from '#shared/work/op.ts';

/** One act of the log: the operations that were done together. */
export interface LogAct {
  /** How many operations there are once it is done. */
  readonly end: number;
  readonly ops: readonly Op[];
}

/** The acts of a log in clock order. */
export function actsOf(ops: readonly Op[]): readonly LogAct[] {
  const acts: { end: number; ops: Op[] }[] = [];
  for (const [place, op] of ops.entries()) {
    const last = acts.at(-1);
    const before = last?.ops[0];
    const same =
      op.group !== undefined && before?.group === op.group && before.analyst === op.analyst;
    if (same && last !== undefined) {
      last.ops.push(op);
      last.end = place + 1;
    } else acts.push({ end: place + 1, ops: [op] });
  }
  return acts;
}

/** How many acts are done when so many operations are there; an act counts when it is whole. */
export function actsDone(acts: readonly LogAct[], count: number): number {
  let low = 0;
  let high = acts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((acts[middle]?.end ?? Infinity) <= count) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What an act changed, of what an analyst looks for on the slider. */
export type MarkKind = 'finding' | 'board' | 'incident' | 'verdict';

export function markOf({ ops }: LogAct): MarkKind | undefined {
  for (const { body } of ops) {
    const mark = kindOf(body);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

function kindOf(body: OpBody): MarkKind | undefined {
  if (body.kind === 'finding.add' || body.kind === 'finding.edit') return 'finding';
  if (body.kind === 'board.add') return 'board';
  if (body.kind === 'moment.mark') return 'incident';
  if (body.kind !== 'record.edit') return undefined;
  if (body.type === 'incident') return 'incident';
  return body.type === 'entity' && body.change.verdict !== undefined ? 'verdict' : undefined;
}

/** Where the next act is done that left a mark, or the one before; the end of the way when there is none. */
export function nextMark(acts: readonly LogAct[], position: number, step: 1 | -1): number {
  for (let next = position + step; next > 0 && next <= acts.length; next += step) {
    const act = acts[next - 1];
    if (act !== undefined && markOf(act) !== undefined) return next;
  }
  return step === 1 ? acts.length : 0;
}

export interface SliderMark {
  /** Share of the way, 0 to 1. */
  readonly at: number;
  readonly kind: MarkKind;
}

/** As many as can be told apart on the widest screen. */
const MOST_MARKS = 400;

/** Marks along the slider; of several that would fall on one place the first stays. */
export function marksOf(
  acts: readonly LogAct[],
  shareOf: (position: number) => number,
): readonly SliderMark[] {
  const taken = new Set<string>();
  return acts.flatMap((act, n) => {
    const kind = markOf(act);
    if (kind === undefined) return [];
    const at = shareOf(n + 1);
    const place = `${kind} ${Math.round(at * MOST_MARKS)}`;
    if (taken.has(place)) return [];
    taken.add(place);
    return [{ at, kind }];
  });
}
