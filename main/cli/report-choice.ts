import { randomUUID } from 'node:crypto';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { ReportSection } from '#shared/model/report.ts';
import { fold } from '#shared/work/fold.ts';
import { rankBetween } from '#shared/work/rank.ts';

/** The report that was made last, if the case has one. */
export async function newestReport(engine: EngineClient): Promise<ReportId | undefined> {
  const { reports } = fold(await engine.call('work.list', {}));
  return [...reports.keys()].at(-1);
}

/** Makes a report from a template, titled after the case. */
export async function createReport(engine: EngineClient, template: string): Promise<ReportId> {
  const current = await engine.call('cases.current', {});
  const { kind, layout, sections: parts } = await engine.call('report.template', { template });
  const sections: ReportSection[] = [];
  for (const part of parts) {
    const rank = rankBetween(sections.at(-1)?.rank, undefined);
    sections.push({ id: randomUUID() as SectionId, rank, ...part });
  }
  const report = randomUUID() as ReportId;
  const title = current?.title ?? 'Incident report';
  await engine.call('work.act', {
    body: {
      kind: 'report.create',
      report,
      header: { title, classification: 'TLP:AMBER', template, kind, layout },
      sections,
    },
  });
  return report;
}
