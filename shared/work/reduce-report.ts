import type { SectionId } from '../model/ids.ts';
import type { ReportSection } from '../model/report.ts';
import { changed } from '../model/change.ts';
import type { OpBody } from './op.ts';
import type { WorkDraft } from './work-draft.ts';
import type { WorkReport } from './work-state.ts';

type ReportBody = Extract<OpBody, { kind: `report.${string}` }>;

export function reduceReport(draft: WorkDraft, body: ReportBody): void {
  if (body.kind === 'report.create') {
    draft.map('reports').set(body.report, {
      id: body.report,
      header: body.header,
      sections: new Map(body.sections.map((section) => [section.id, section])),
    });
    return;
  }
  const report = draft.now.reports.get(body.report);
  if (report === undefined) return;
  switch (body.kind) {
    case 'report.header':
      draft.map('reports').set(report.id, {
        ...report,
        header: changed(report.header, body.change),
      });
      return;
    case 'report.section':
      putSection(draft, report, body.section);
      return;
    case 'report.order': {
      const section = report.sections.get(body.section);
      if (section !== undefined) putSection(draft, report, { ...section, rank: body.rank });
      return;
    }
    case 'report.section.remove': {
      const section = report.sections.get(body.section);
      if (section === undefined) return;
      draft.map('removed').set(section.id, section.title);
      const sections = new Map(report.sections);
      sections.delete(section.id);
      draft.map('reports').set(report.id, { ...report, sections });
      return;
    }
  }
}

function putSection(draft: WorkDraft, report: WorkReport, section: ReportSection): void {
  const sections: Map<SectionId, ReportSection> = new Map(report.sections);
  sections.set(section.id, section);
  draft.map('reports').set(report.id, { ...report, sections });
}
