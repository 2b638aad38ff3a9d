import type { BrowserWindow } from 'electron';
import { WebContentsView } from 'electron';
import type { PaperRequest } from '#shared/ipc/bridge.ts';
import type { Result } from '#shared/model/result.ts';
import { fail, ok } from '#shared/model/result.ts';
import type { AppScheme } from './app-scheme.ts';
import { numberedHtml } from './print.ts';
import { withRunningHead } from './running-head.ts';
import { SANDBOXED } from './security.ts';

/** What Chromium says when a person closes the dialog; it is no failure. */
const DISMISSED = /cancel/i;

/**
 * Prints a document, with script off, by the system's own dialog. It is drawn by a view that is in the window but has no
 * size, since the dialog belongs to a window.
 */
export async function printPaper(
  scheme: AppScheme,
  window: BrowserWindow,
  { html, page, header }: PaperRequest,
): Promise<Result<boolean>> {
  // Numbered before: with the line at its head a page breaks where it did, but a heading at its top is not found there.
  const numbered = await numberedHtml(scheme, { html, page });
  const document = scheme.publish(
    header === undefined ? numbered : withRunningHead(numbered, header),
  );
  const view = new WebContentsView({ webPreferences: { ...SANDBOXED, javascript: false } });
  window.contentView.addChildView(view);
  const { webContents } = view;
  try {
    await webContents.loadURL(document.url);
    const [printed, why] = await new Promise<readonly [boolean, string]>((resolve) => {
      webContents.print({ printBackground: true, pageSize: page }, (done, reason) =>
        resolve([done, reason]),
      );
    });
    if (printed) return ok(true);
    if (DISMISSED.test(why)) return ok(false);
    return fail(
      'io',
      `It was not printed: ${why || 'the system gives no reason'}. Save it as PDF.`,
    );
  } finally {
    window.contentView.removeChildView(view);
    webContents.close();
    document.withdraw();
  }
}
