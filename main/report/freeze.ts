import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { LiveBlock } from '#shared/model/report.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { MAX_FROZEN } from '#shared/records/kinds/frozen.ts';
import { frozenText } from '#shared/report/content/frozen.ts';
import { liveKey, liveNode } from '#shared/report/document-parts.ts';
import { liveContent } from './content/live-content.ts';
import { gatherReport } from './gather.ts';
import type { ReportSources } from './sources.ts';

/** What blocks of a report show at this moment, in the form in which it is kept. */
export async function freeze(
  id: ReportId,
  blocks: readonly LiveBlock[],
  sources: ReportSources,
): Promise<Result<readonly string[]>> {
  const report = sources.work.reports.get(id);
  if (report === undefined) return fail('not-found', 'This case has no such report.', id);
  const section = {
    id: 'frozen' as SectionId,
    rank: 'a0',
    level: 1 as const,
    title: 'Frozen',
    appendix: false,
    content: { type: 'doc', content: blocks.map((block) => liveNode(block)) },
  };
  const only = { ...report, sections: new Map([[section.id, section]]) };
  const reports = new Map([[id, only]]);
  const model = await gatherReport(id, { ...sources, work: { ...sources.work, reports } });
  if (!model.ok) return model;
  const texts: string[] = [];
  for (const block of blocks) {
    const text = frozenText(liveContent(block, model.value));
    if (text.length > MAX_FROZEN) {
      return fail(
        'too-large',
        `What the block “${liveKey(block)}” shows is too much to be kept in the work log.`,
      );
    }
    texts.push(text);
  }
  return ok(texts);
}
