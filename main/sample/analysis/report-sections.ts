import type { Value } from '#shared/ipc/engine-api.ts';
import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { ReportNode, ReportSection } from '#shared/model/report.ts';
import { rankBetween } from '#shared/work/rank.ts';
import type { KeyRows } from '../find-events.ts';
import { judgedEntity } from './entities-judged.ts';
import { findingId, type FindingName } from './findings.ts';
import type { KeyEvent } from './key-events.ts';
import { proseBlocks, type Cite } from './prose.ts';

/** What the analyst wrote, by the titles of a template's sections, in the markup of prose.ts. */
export interface SampleText {
  readonly [section: string]: string;
}

/** The nth section of a report of the sample, from 1. */
export const sectionId = (report: ReportId, n: number): SectionId => `${report}-${n}` as SectionId;

/**
 * The template filled in: what the analyst wrote stands where the guidance stood, and for the table that was to be
 * filled; what is live stays.
 */
export function reportSections(
  report: ReportId,
  template: Value<'report.template'>['sections'],
  texts: SampleText,
  rows: KeyRows,
): readonly ReportSection[] {
  const cite: Cite = (name) => {
    if (name.startsWith('finding:')) {
      return { kind: 'finding', ref: findingId(name.slice('finding:'.length) as FindingName) };
    }
    if (name.startsWith('@')) return { kind: 'entity', ref: judgedEntity(name.slice(1)) };
    return { kind: 'event', ref: rows[name as KeyEvent].id };
  };
  let rank: string | undefined;
  return template.map(({ content, ...section }, n) => {
    rank = rankBetween(rank, undefined);
    return {
      id: sectionId(report, n + 1),
      rank,
      ...section,
      content: { type: 'doc', content: filled(texts[section.title], content.content ?? [], cite) },
    };
  });
}

function filled(
  text: string | undefined,
  blocks: readonly ReportNode[],
  cite: Cite,
): readonly ReportNode[] {
  if (text === undefined) return blocks;
  return blocks
    .filter(({ type }) => type !== 'table')
    .flatMap((block) => (block.type === 'guidance' ? proseBlocks(text, cite) : [block]));
}
