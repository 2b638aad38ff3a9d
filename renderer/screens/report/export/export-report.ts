import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { ExportedReport } from '#shared/ipc/report.ts';
import type { PageFormat } from '#shared/ipc/bridge.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import { host } from '#renderer/bridge/host.ts';
import type { Work } from '#renderer/state/work.ts';
import { settledWork } from '#renderer/state/settled-work.ts';

export type ExportFormat = 'pdf' | 'docx' | 'html' | 'md';

interface ExportRequest {
  readonly report: ReportId;
  readonly format: ExportFormat;
  readonly page: PageFormat;
  readonly path: string;
  /** A Word file of the user's own to be filled in. */
  readonly wordTemplate?: string | undefined;
}

/** Writes the report with its proof pack beside it. Throws a FailureError with the reason when it cannot. */
export async function exportReport(
  work: Work,
  engine: EngineClient,
  { report, format, page, path, wordTemplate }: ExportRequest,
): Promise<ExportedReport> {
  await settledWork(work);
  if (format !== 'pdf') {
    return engine.call('report.export', {
      report,
      format,
      path,
      page,
      ...(format === 'docx' && wordTemplate !== undefined && { wordTemplate }),
    });
  }
  const document = await engine.call('report.html', { report, page });
  const printed = await host().call('print.pdf', { ...document, page, path });
  if (!printed.ok) throw new FailureError(printed.failure);
  return engine.call('report.seal', { report, path });
}

/** Opens the system's print dialog on the report as it is now. Throws a FailureError when it cannot be printed. */
export async function printReport(
  work: Work,
  engine: EngineClient,
  { report, page }: Pick<ExportRequest, 'report' | 'page'>,
): Promise<void> {
  await settledWork(work);
  const { html, about } = await engine.call('report.html', { report, page });
  const header = `${about.keywords} · ${about.title}`;
  const printed = await host().call('print.paper', { html, page, header, footer: about.subject });
  if (!printed.ok) throw new FailureError(printed.failure);
}

/** A file name that every system takes. */
export const fileNameOf = (title: string, format: ExportFormat): string => {
  const name = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}. _-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120);
  return `${name === '' ? 'Report' : name}.${format}`;
};
