import type { OpId, ReportId } from '../model/ids.ts';
import { instantFromMs } from '../model/time.ts';
import type { ReportState } from '../model/report.ts';
import { fold } from '../work/fold.ts';
import { parseHlc } from '../work/hlc.ts';
import type { Op } from '../work/op.ts';
import type { WorkReport } from '../work/work-state.ts';

/** A moment in the making of a report that it can be compared with. */
export interface ReportVersion {
  /** The last operation that belongs to it. */
  readonly op: OpId;
  readonly at: bigint;
  /** What made it one: a change of state, or the end of a day's work. */
  readonly why: 'begun' | ReportState | 'end of the day';
}

const DAY_MS = 86_400_000;

/** Where a report can be looked back to, newest first. */
export function versionsOf(
  ops: readonly Op[],
  counts: (id: OpId) => boolean,
  report: ReportId,
): readonly ReportVersion[] {
  const own = ops.filter(
    ({ id, body }) => 'report' in body && body.report === report && counts(id),
  );
  const versions = own.flatMap((op, n): readonly ReportVersion[] => {
    const { ms } = parseHlc(op.clock);
    const version = (why: ReportVersion['why']): readonly ReportVersion[] => [
      { op: op.id, at: instantFromMs(ms), why },
    ];
    if (op.body.kind === 'report.create') return version('begun');
    if (op.body.kind === 'report.header') {
      const { state } = op.body.change;
      if (state !== undefined && state !== null) return version(state);
    }
    const next = own[n + 1];
    if (next === undefined) return [];
    const sameDay = Math.floor(parseHlc(next.clock).ms / DAY_MS) === Math.floor(ms / DAY_MS);
    return sameDay ? [] : version('end of the day');
  });
  return versions.reverse();
}

/** A report as it was right after an operation, as far as the log tells. */
export function reportAt(ops: readonly Op[], op: OpId, report: ReportId): WorkReport | undefined {
  const last = ops.findIndex(({ id }) => id === op);
  if (last < 0) return undefined;
  const relevant = ops
    .slice(0, last + 1)
    .filter(({ body }) => body.kind === 'retract' || ('report' in body && body.report === report));
  return fold(relevant).reports.get(report);
}
