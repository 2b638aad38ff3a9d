import type { EngineClient, Value } from '#shared/ipc/engine-api.ts';
import type { TemplateSection } from '#shared/ipc/report.ts';
import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { ReportSection } from '#shared/model/report.ts';
import { EMPTY_DOCUMENT } from '#shared/report/check-document.ts';
import { incidentOf } from '#shared/work/records.ts';
import { rankBetween } from '#shared/work/rank.ts';
import type { Work } from '#renderer/state/work.ts';
import { tellDone } from '#renderer/state/work-acts.ts';

/** One section to write in, for a report that is begun from nothing. */
const BLANK: Value<'report.template'> = {
  kind: 'Incident report',
  layout: 'full',
  sections: [{ title: 'Summary', level: 1, appendix: false, content: EMPTY_DOCUMENT }],
};

export const BLANK_PAGE = 'blank';

interface NewReport {
  readonly title: string;
  readonly classification: string;
  /** Id of a template, or `blank`. */
  readonly beginning: string;
}

/** Throws the engine's failure when the template cannot be read. */
export async function createReport(
  work: Work,
  engine: EngineClient,
  { title, classification, beginning }: NewReport,
): Promise<ReportId> {
  const template =
    beginning === BLANK_PAGE
      ? BLANK
      : await engine.call('report.template', { template: beginning });
  const { kind, layout } = template;
  const report = crypto.randomUUID() as string as ReportId;
  const { organisation } = incidentOf(work.log.state);
  const header = {
    title,
    classification,
    template: beginning,
    kind,
    layout,
    state: 'draft' as const,
    ...(organisation !== undefined && organisation !== '' && { organisation }),
  };
  const sections = ranked(template.sections);
  void tellDone(work, work.act({ kind: 'report.create', report, header, sections }));
  return report;
}

/** How a report of this case is marked, as the incident record has it. */
export function classificationOf(work: Work): string {
  const { tlp, classification = '' } = incidentOf(work.log.state);
  const marking = `TLP:${tlp.toUpperCase()}`;
  return classification === '' ? marking : `${marking} · ${classification}`;
}

function ranked(parts: readonly TemplateSection[]): readonly ReportSection[] {
  const sections: ReportSection[] = [];
  for (const part of parts) {
    const rank = rankBetween(sections.at(-1)?.rank, undefined);
    sections.push({ ...part, id: crypto.randomUUID() as string as SectionId, rank });
  }
  return sections;
}
