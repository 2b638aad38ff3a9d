import type { Work } from '#renderer/state/work.ts';
import type { WorkReport, WorkState } from '#shared/work/work-state.ts';

/** Newest first, as they were created. */
export function reportsInOrder(
  { log }: Pick<Work, 'log'>,
  reports: WorkState['reports'],
): readonly WorkReport[] {
  const made = log.ops.flatMap(({ body }) => (body.kind === 'report.create' ? body.report : []));
  return [...reports.values()].sort((a, b) => made.lastIndexOf(b.id) - made.lastIndexOf(a.id));
}
