import type { Value } from '#shared/ipc/engine-api.ts';
import type { SectionId } from '#shared/model/ids.ts';
import type { ReportNode, ReportSection } from '#shared/model/report.ts';
import { rankBetween } from '#shared/work/rank.ts';
import type { KeyRows } from '../find-events.ts';
import { findingId, type FindingName } from './findings.ts';
import type { KeyEvent } from './key-events.ts';
import { proseBlocks, type Cite } from './prose.ts';
import { SAMPLE_TEXT } from './report-text.ts';

/** The template filled in: what the analyst wrote stands where the guidance stood, what is live stays. */
export function reportSections(
  template: Value<'report.template'>['sections'],
  rows: KeyRows,
): readonly ReportSection[] {
  const cite: Cite = (name) =>
    name.startsWith('finding:')
      ? { kind: 'finding', ref: findingId(name.slice('finding:'.length) as FindingName) }
      : { kind: 'event', ref: rows[name as KeyEvent].id };
  let rank: string | undefined;
  return template.map(({ content, ...section }, n) => {
    rank = rankBetween(rank, undefined);
    return {
      id: `sample-section-${n + 1}` as SectionId,
      rank,
      ...section,
      content: { type: 'doc', content: filled(section.title, content.content ?? [], cite) },
    };
  });
}

function filled(title: string, blocks: readonly ReportNode[], cite: Cite): ReportNode[] {
  const text = SAMPLE_TEXT[title];
  if (text === undefined) return [...blocks];
  return blocks.flatMap((block) => (block.type === 'guidance' ? proseBlocks(text, cite) : [block]));
}
