import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../tooling/project.mjs';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { layoutOf } from './pdf-layout.ts';
import { pageFaults } from './page-faults.ts';
import { readPdf } from './pdf-pages.ts';
import { exportAs } from './report-screen.ts';

/** Kept, to be looked at. */
const folder = join(root, 'test-results', 'report-pages');

/** As in resources/print/print.css. */
const MARGINS = { top: 23, bottom: 20, sides: 19 };

let fireline: Fireline;
let page: Page;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  fireline = await launchFireline();
  page = fireline.page;
  await page.getByLabel('Your name').fill('Karin Nyberg');
  await page.getByRole('button', { name: 'Open the sample case' }).click();
  const status = page.getByRole('contentinfo', { name: 'Status' });
  await status.getByText(/^[\d,]+ events$/).waitFor({ timeout: 120_000 });
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Report' })
    .click();
  await page.getByRole('heading', { name: 'Report', exact: true }).waitFor();
}, 180_000);
afterAll(() => fireline.close());

/** What the sample has written already; the rest is begun from its template. */
const WRITTEN: Readonly<Record<string, string>> = {
  'Post-mortem': 'Intrusion at Lindholm, 11 to 13 May 2026',
  'Executive summary': 'The intrusion at Lindholm, for the board',
};

async function choose(template: string): Promise<void> {
  const written = WRITTEN[template];
  if (written !== undefined) {
    await page.locator('.fl-screen-head').getByRole('button').first().click();
    await page.getByRole('option', { name: written }).click();
    return;
  }
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'New report…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New report' });
  await dialog.getByLabel('Title').fill(`${template} of the Lindholm intrusion`);
  await dialog.getByRole('radio', { name: template }).click({ force: true });
  await dialog.getByRole('button', { name: 'Create report' }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('the pages of a report', { timeout: 120_000 }, () => {
  describe.each([
    'Post-mortem',
    'Executive summary',
    'Regulator notification',
    'Hand-over',
    'Evidence and custody statement',
    'Lessons-learned minutes',
  ])('%s', (template) => {
    const fileOf = (paper: string, ending: string): string =>
      join(
        folder,
        `${template.toLowerCase().replaceAll(' ', '-')}-${paper.toLowerCase()}.${ending}`,
      );

    it.each(['A4', 'Letter'] as const)('is whole on %s', async (paper) => {
      if (paper === 'A4') await choose(template);
      const path = fileOf(paper, 'pdf');
      await exportAs(fireline, path, 'PDF', paper);
      await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
      expect.soft(pageFaults(await layoutOf(path), MARGINS)).toEqual([]);
      const { pages } = await readPdf(path);
      // What management reads is two pages; what proves it is a sheet of its own.
      if (template === 'Executive summary') {
        expect(pages).toHaveLength(3);
        expect(pages[2]).toMatch(/^A Sources/);
      }
    });
  });
});
