import type { ReportId } from '#shared/model/ids.ts';
import type { OpBody } from '#shared/work/op.ts';
import { undoable } from '#shared/work/undo.ts';
import type { Work } from '#renderer/state/work.ts';

/**
 * Whether undo (or redo) would touch this report, with records of entities that it was the first to name, and nothing
 * else: only then may it be done from inside the text.
 */
export function lastActIsOf(
  { log, info }: Pick<Work, 'log' | 'info'>,
  report: ReportId,
  command: 'work.undo' | 'work.redo',
): boolean {
  const { undo, redo } = undoable(log.ops, info.analyst.id, (id) => log.counts(id));
  const act = command === 'work.undo' ? undo : redo?.act;
  if (act === undefined) return false;
  const bodies = act.ops.map((id) => log.get(id)?.body);
  const ofReport = (body: OpBody | undefined): boolean =>
    body !== undefined &&
    body.kind !== 'report.create' &&
    'report' in body &&
    body.report === report;
  return (
    bodies.some(ofReport) &&
    bodies.every(
      (body) => ofReport(body) || (body?.kind === 'record.add' && body.record.type === 'entity'),
    )
  );
}
