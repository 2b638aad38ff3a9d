import type { OpId, ReportId } from '../model/ids.ts';
import { instantFromMs } from '../model/time.ts';
import type { ReportState } from '../model/report.ts';
import { fold } from '../work/fold.ts';
import { parseHlc } from '../work/hlc.ts';
import type { Op, OpBody } from '../work/op.ts';
import type { WorkReport, WorkState } from '../work/work-state.ts';

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

/** A report with what it takes its names from. */
export interface ReadReport {
  readonly report: WorkReport;
  /** What is known of entities; of all else it may be silent. */
  readonly state: WorkState;
}

/** A report as it was right after an operation, as far as the log tells. */
export function reportAt(ops: readonly Op[], op: OpId, id: ReportId): ReadReport | undefined {
  const last = ops.findIndex((one) => one.id === op);
  if (last < 0) return undefined;
  const state = fold(ops.slice(0, last + 1).filter(({ body }) => tellsOf(body, id)));
  const report = state.reports.get(id);
  return report === undefined ? undefined : { report, state };
}

function tellsOf(body: OpBody, id: ReportId): boolean {
  if (body.kind === 'retract') return true;
  if (body.kind === 'record.add') return body.record.type === 'entity';
  if (body.kind === 'record.edit' || body.kind === 'record.remove') return body.type === 'entity';
  return 'report' in body && body.report === id;
}
