import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { milliseconds } from './rounds.mjs';
import { goTo, openCase } from './fluent-steps.mjs';

const MINUTES = 60_000;

/**
 * What it takes to give the report out.
 * @typedef {object} Exports
 * @property {number} preview ms until its pages are there to be looked at
 * @property {Record<'PDF' | 'Word' | 'HTML', number>} written ms
 * @property {number} pages of the PDF
 * @property {number} cancelled ms from Cancel until the dialog asks again
 */

/**
 * Previews and exports the report of a case, through the app's own dialogs.
 * @param {import('./fluent-app.mjs').BenchApp} bench
 * @param {string} title
 * @returns {Promise<Exports>}
 */
export async function giveOut({ app, page, home }, title) {
  await openCase(page, title);
  await goTo(page, 'r', '.fl-report-section .fl-prose');
  const preview = await milliseconds(async () => {
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    const frame = page.frameLocator('.fl-preview-frame');
    await frame
      .locator('body > *')
      .last()
      .waitFor({ state: 'attached', timeout: 2 * MINUTES });
  });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  const to = async (/** @type {string} */ path) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
  const begin = async (/** @type {string} */ format, /** @type {string} */ path) => {
    await to(path);
    await page.getByRole('button', { name: 'Export…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(format, { exact: true }).click();
    await dialog.getByRole('button', { name: 'Choose where…' }).click();
    return dialog;
  };
  /** @type {Record<'PDF' | 'Word' | 'HTML', number>} */
  const written = { PDF: 0, Word: 0, HTML: 0 };
  for (const [format, ending] of /** @type {const} */ ([
    ['HTML', 'html'],
    ['Word', 'docx'],
    ['PDF', 'pdf'],
  ])) {
    const path = join(home, `report.${ending}`);
    written[format] = await milliseconds(async () => {
      await begin(format, path);
      await page
        .getByRole('heading', { name: 'The report is exported' })
        .waitFor({ timeout: 5 * MINUTES });
    });
    if (statSync(path).size < 10_000) throw new Error(`${path} has nothing in it`);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  const dialog = await begin('PDF', join(home, 'cancelled.pdf'));
  await dialog.getByText('setting its pages').waitFor({ timeout: MINUTES });
  const cancelled = await milliseconds(async () => {
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByText('Step ').waitFor({ state: 'hidden' });
  });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  return { preview, written, pages: pagesOf(join(home, 'report.pdf')), cancelled };
}

/** As the root of the tree of pages says. @param {string} path */
function pagesOf(path) {
  const objects = readFileSync(path, 'latin1').split('endobj');
  const counts = objects.flatMap((object) =>
    /\/Type\s*\/Pages\b/.test(object) ? Number(/\/Count (\d+)/.exec(object)?.[1] ?? 0) : [],
  );
  return Math.max(...counts);
}
