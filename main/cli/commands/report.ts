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

const KINDS = ['.pdf', '.docx', '.html', '.md'] as const;
type Kind = (typeof KINDS)[number];

/** What the path's ending asks for. */
function kindOf(context: CommandContext, path: string): Kind {
  const ending = extname(path).toLowerCase();
  const kind = KINDS.find((one) => one === ending);
  if (kind === undefined) {
    throw new UsageError(`--out ends in .pdf, .docx, .html or .md, not “${ending}”`);
  }
  if (context.invocation.text('word-template') !== undefined && kind !== '.docx') {
    throw new UsageError('--word-template is for a report that ends in .docx');
  }
  return kind;
}

async function exportTo(
  context: CommandContext,
  report: ReportId,
  path: string,
  kind: Kind,
): Promise<ExportedReport> {
  const { engine } = context;
  const page = choice(context, 'page', ['A4', 'Letter']);
  switch (kind) {
    case '.html':
      return engine.call('report.export', { report, format: 'html', path, page });
    case '.docx': {
      const template = context.invocation.text('word-template');
      return engine.call('report.export', {
        report,
        format: 'docx',
        path,
        page,
        ...(template !== undefined && { wordTemplate: resolve(template) }),
      });
    }
    case '.md':
      return engine.call('report.export', { report, format: 'md', path, page });
    case '.pdf': {
      const document = await engine.call('report.html', { report, page });
      await context.printPdf({ ...document, page, path });
      return engine.call('report.seal', { report, path });
    }
  }
}

export const run: Run = async (context) => {
  const path = resolve(required(context, 'out'));
  const kind = kindOf(context, path);
  await openCase(context, true);
  const template = context.invocation.text('template');
  const existing = template === undefined ? await newestReport(context.engine) : undefined;
  const report = existing ?? (await createReport(context.engine, template ?? 'post-mortem'));
  const { gates } = await context.engine.call('report.release', { report });
  for (const { kind: gate, message } of gates) {
    if (gate !== 'approval') context.output.say(`Note: ${message}`);
  }
  const done = await exportTo(context, report, path, kind);
  context.output.say(`Report: ${done.path}`);
  context.output.say(`Proof:  ${done.pack}`);
  context.output.say(
    `SHA-256 ${done.sha256}; ${done.citations.resolved} of ${done.citations.total} citations resolve`,
  );
  context.output.json(done);
  // Of events the proof says it; of findings, board items and entities only what stands against the report does.
  const unresolved = gates.some(({ kind: gate }) => gate === 'citations');
  return unresolved || done.citations.resolved !== done.citations.total ? 1 : 0;
};
