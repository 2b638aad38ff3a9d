import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WebContentsView } from 'electron';
import type { PrintRequest, PrintedFile } from '#shared/ipc/bridge.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import { pdfMetadata } from '#shared/report/pdf-metadata.ts';
import { withPageNumbers } from '#shared/report/page-numbers.ts';
import type { AppScheme } from './app-scheme.ts';
import { SANDBOXED } from './security.ts';

/** Inches. The header and footer templates are drawn inside the top and bottom margin. */
const MARGINS = { top: 0.9, bottom: 0.8, left: 0.75, right: 0.75 };

/**
 * Prints a document to PDF, with script off: tagged, with an outline made of its headings. The file appears whole or
 * not at all. It takes a view and no window, so that it works without a display too. Fails as `cancelled` when the
 * signal aborts before the pages are set.
 */
export async function printPdf(
  scheme: AppScheme,
  request: PrintRequest,
  signal?: AbortSignal,
): Promise<Result<PrintedFile>> {
  const set = await numberedPdf(scheme, request, signal);
  if (set === undefined) return fail('cancelled', 'The printing was cancelled.', request.path);
  const pdf = withAbout(set, request);
  const partial = join(dirname(request.path), `.${basename(request.path)}.partial`);
  try {
    const file = await open(partial, 'w');
    try {
      await file.writeFile(pdf);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, request.path);
  } catch (error) {
    await rm(partial, { force: true });
    return unwritable(error, request.path);
  }
  return ok({ path: request.path, bytes: pdf.length });
}

function withAbout(pdf: Buffer, { about }: PrintRequest): Buffer {
  const more = about === undefined ? undefined : pdfMetadata(pdf.toString('latin1'), about);
  return more === undefined ? pdf : Buffer.concat([pdf, Buffer.from(more, 'latin1')]);
}

/** A document whose table of contents has the pages that it has as a PDF on the same paper. */
export async function numberedHtml(
  scheme: AppScheme,
  { html, page }: Pick<PrintRequest, 'html' | 'page'>,
): Promise<string> {
  const request = { html, page, header: '<span></span>', footer: '<span></span>', path: '' };
  const pdf = await pdfOf(scheme, request);
  return (pdf === undefined ? undefined : withPageNumbers(html, pdf.toString('latin1'))) ?? html;
}

/** Printed a second time when the first tells the pages that the table of contents leaves open. */
async function numberedPdf(
  scheme: AppScheme,
  request: PrintRequest,
  signal?: AbortSignal,
): Promise<Buffer | undefined> {
  const first = await pdfOf(scheme, request, signal);
  if (first === undefined) return undefined;
  const html = withPageNumbers(request.html, first.toString('latin1'));
  return html === undefined ? first : pdfOf(scheme, { ...request, html }, signal);
}

/** Undefined when the signal aborted. Chromium cannot be asked to stop: the view that it prints is closed. */
async function pdfOf(
  scheme: AppScheme,
  request: PrintRequest,
  signal?: AbortSignal,
): Promise<Buffer | undefined> {
  const document = scheme.publish(request.html);
  const { webContents } = new WebContentsView({
    webPreferences: { ...SANDBOXED, javascript: false },
  });
  try {
    const printed = webContents.loadURL(document.url).then(() =>
      webContents.printToPDF({
        pageSize: request.page,
        preferCSSPageSize: true,
        margins: MARGINS,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: request.header,
        footerTemplate: request.footer,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    );
    return await Promise.race([printed, aborted(signal)]);
  } finally {
    webContents.close();
    document.withdraw();
  }
}

const aborted = (signal?: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) resolve(undefined);
    else signal?.addEventListener('abort', () => resolve(undefined), { once: true });
  });

function unwritable(error: unknown, path: string): Result<never> {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'ENOSPC') {
    return fail('disk-full', `The disk is full: ${path} was not written.`, path);
  }
  return fail('io', `${path} could not be written: ${error.message}`, path);
}
