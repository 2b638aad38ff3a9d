import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { SCRATCH } from './global-setup.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { CASE_TITLE } from './report-case.ts';

export function scratchFolder(): string {
  mkdirSync(SCRATCH, { recursive: true });
  return mkdtempSync(join(SCRATCH, 'report-'));
}

/** Starts the app, opens the case and goes to its report. */
export async function openReport(home: string, userData: string): Promise<Fireline> {
  const fireline = await launchFireline({ home, userData });
  const { page } = fireline;
  const report = page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Report' });
  const row = page.getByRole('row', { name: CASE_TITLE });
  await row.or(page.getByText('Sealed')).first().waitFor();
  // The case that was open last opens by itself.
  await page.waitForTimeout(1_000);
  if (!(await report.isEnabled())) await row.click();
  await report.click();
  await page
    .getByRole('heading', { name: 'Report', exact: true })
    .or(page.getByRole('heading', { name: 'No report yet' }))
    .first()
    .waitFor();
  return fireline;
}

export async function createReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create the report…' }).click();
  await page.getByRole('button', { name: 'Create report' }).click();
  await textOf(page, '1 Summary').waitFor();
}

/** The text of a section, by its number and title. */
export const textOf = (page: Page, section: string): Locator =>
  page.getByRole('textbox', { name: `Text of ${section}`, exact: true });

export const saved = (page: Page): Promise<void> =>
  page.getByText('Saved', { exact: true }).waitFor();

/** From now on the system's save dialog answers with this path, as if somebody had chosen it. */
export async function saveTo({ app }: Fireline, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Exports the report on the screen through its dialog, which then tells what was written. */
export async function exportAs(
  fireline: Fireline,
  path: string,
  format: 'PDF' | 'Word' | 'HTML' | 'Markdown',
  paper?: 'A4' | 'Letter',
): Promise<void> {
  const { page } = fireline;
  await saveTo(fireline, path);
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(format, { exact: true }).click();
  if (paper !== undefined) await dialog.getByText(paper, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Choose where…' }).click();
  await page.getByRole('heading', { name: 'The report is exported' }).waitFor();
}
