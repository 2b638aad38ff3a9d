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
  readonly signal: AbortSignal;
  readonly step: (step: ExportStep) => void;
}

/** What is being done. A file that is written is proven in any case: `proving` cannot be cancelled. */
export type ExportStep = 'gathering' | 'setting' | 'proving';

/**
 * Writes the report with its proof pack beside it. Throws a FailureError with the reason when it cannot, `cancelled` when
 * the signal aborted before anything was written.
 */
export async function exportReport(
  work: Work,
  engine: EngineClient,
  { report, format, page, path, wordTemplate, signal, step }: ExportRequest,
): Promise<ExportedReport> {
  step('gathering');
  await settledWork(work);
  if (format !== 'pdf') {
    const own = format === 'docx' && wordTemplate !== undefined && { wordTemplate };
    return engine.call('report.export', { report, format, path, page, ...own }, signal);
  }
  const document = await engine.call('report.html', { report, page }, signal);
  step('setting');
  const stop = (): void => void host().call('print.cancel', { path });
  signal.addEventListener('abort', stop);
  if (signal.aborted) throw new FailureError({ code: 'cancelled', message: 'Cancelled.' });
  const printed = await host().call('print.pdf', { ...document, page, path });
  signal.removeEventListener('abort', stop);
  if (!printed.ok) throw new FailureError(printed.failure);
  step('proving');
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
  const printed = await host().call('print.paper', { html, page, header });
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
