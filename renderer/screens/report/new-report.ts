import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { ReportSection } from '#shared/model/report.ts';
import { EMPTY_DOCUMENT } from '#shared/report/check-document.ts';
import { rankBetween } from '#shared/work/rank.ts';
import type { Work } from '#renderer/state/work.ts';
import { tellDone } from '#renderer/state/work-acts.ts';

export type NewSection = Omit<ReportSection, 'id' | 'rank'>;

/** What a report is begun from: a template that is shipped, or one section to write in. */
export const BEGINNINGS = [
  { id: 'post-mortem', label: 'Post-mortem' },
  { id: 'blank', label: 'Blank page' },
] as const;
export type Beginning = (typeof BEGINNINGS)[number]['id'];

const BLANK: readonly NewSection[] = [
  { title: 'Summary', level: 1, appendix: false, content: EMPTY_DOCUMENT },
];

interface NewReport {
  readonly title: string;
  readonly classification: string;
  readonly beginning: Beginning;
}

/** Throws the engine's failure when the template cannot be read. */
export async function createReport(
  work: Work,
  engine: EngineClient,
  { title, classification, beginning }: NewReport,
): Promise<ReportId> {
  const parts =
    beginning === 'blank' ? BLANK : await engine.call('report.template', { template: beginning });
  const report = crypto.randomUUID() as string as ReportId;
  const header = { title, classification, template: beginning };
  void tellDone(work, work.act({ kind: 'report.create', report, header, sections: ranked(parts) }));
  return report;
}

function ranked(parts: readonly NewSection[]): readonly ReportSection[] {
  const sections: ReportSection[] = [];
  for (const part of parts) {
    const rank = rankBetween(sections.at(-1)?.rank, undefined);
    sections.push({ ...part, id: crypto.randomUUID() as string as SectionId, rank });
  }
  return sections;
}
