import { extname, resolve } from 'node:path';
import type { ExportedReport } from '#shared/ipc/report.ts';
import type { ReportId } from '#shared/model/ids.ts';
import { createReport, newestReport } from '../report-choice.ts';
import {
  choice,
  openCase,
  required,
  UsageError,
  type CommandContext,
  type Run,
} from '../context.ts';

async function exportTo(
  context: CommandContext,
  report: ReportId,
  path: string,
): Promise<ExportedReport> {
  const { engine } = context;
  const page = choice(context, 'page', ['A4', 'Letter']);
  const kind = extname(path).toLowerCase();
  const wordTemplate = context.invocation.text('word-template');
  if (wordTemplate !== undefined && kind !== '.docx') {
    throw new UsageError('--word-template is for a report that ends in .docx');
  }
  switch (kind) {
    case '.html':
      return engine.call('report.export', { report, format: 'html', path, page });
    case '.docx':
      return engine.call('report.export', {
        report,
        format: 'docx',
        path,
        page,
        ...(wordTemplate !== undefined && { wordTemplate: resolve(wordTemplate) }),
      });
    case '.md':
      return engine.call('report.export', { report, format: 'md', path, page });
    case '.pdf': {
      const document = await engine.call('report.html', { report, page });
      await context.printPdf({ ...document, page, path });
      return engine.call('report.seal', { report, path });
    }
    default:
      throw new UsageError(`--out ends in .pdf, .docx, .html or .md, not “${kind}”`);
  }
}

export const run: Run = async (context) => {
  const path = resolve(required(context, 'out'));
  await openCase(context, true);
  const template = context.invocation.text('template');
  const existing = template === undefined ? await newestReport(context.engine) : undefined;
  const report = existing ?? (await createReport(context.engine, template ?? 'post-mortem'));
  const { gates } = await context.engine.call('report.release', { report });
  for (const { kind, message } of gates) {
    if (kind !== 'approval') context.output.say(`Note: ${message}`);
  }
  const done = await exportTo(context, report, path);
  context.output.say(`Report: ${done.path}`);
  context.output.say(`Proof:  ${done.pack}`);
  context.output.say(
    `SHA-256 ${done.sha256}; ${done.citations.resolved} of ${done.citations.total} citations resolve`,
  );
  context.output.json(done);
  return done.citations.resolved === done.citations.total ? 0 : 1;
};
