import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Fireline } from './harness.ts';

/** The explorer as a person works it. */
export interface ExplorePage {
  readonly grid: Locator;
  /** Where the query is written. */
  readonly bar: Locator;
  /** All events, no range, no selection, no details. */
  reset(): Promise<void>;
  /** Moves the cursor to a column by keys. */
  toColumn(title: string): Promise<void>;
  /** The time of the event under the cursor, as shown. */
  cursorTime(): Promise<string | null>;
  /** Drops files, answers what is asked, and goes to the explorer. */
  addEvidence(paths: readonly string[], caseTitle?: string): Promise<void>;
  open(): Promise<void>;
  query(text: string): Promise<void>;
  /** Matches, as the grid tells a screen reader; -1 while they are being read. */
  matches(): Promise<number>;
  /** Waits until so many match; for hooks, where nothing may be expected. */
  waitForMatches(count: number): Promise<void>;
  /** Waits for a count that will do, and returns it. */
  settled(fits: (count: number) => boolean): Promise<number>;
  row(index: number): Locator;
  /** The cursor on the first row, the focus in the list. */
  focusFirst(): Promise<void>;
}

export function explorePage({ page, dropFiles }: Fireline): ExplorePage {
  const grid = page.getByRole('grid', { name: 'Events' });
  const matches = async (): Promise<number> =>
    (await grid.getAttribute('aria-busy')) === 'true'
      ? -1
      : Number(await grid.getAttribute('aria-rowcount')) - 1;
  const open = async (): Promise<void> => {
    await page.getByRole('navigation', { name: 'Screens' }).getByText('Explore').click();
    await grid.waitFor();
  };
  const bar = page.getByRole('textbox', { name: 'Query' });
  const command = async (name: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search events, or type a command').fill(`>${name}`);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  return {
    grid,
    bar,
    async reset() {
      await command('Show all events');
      await grid.focus();
      // The first closes the details, the second clears the selection.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Home');
    },
    async toColumn(title) {
      const titles = await grid.getByRole('columnheader').allTextContents();
      const wanted = titles.indexOf(title);
      if (wanted < 0) throw new Error(`no column ${title} among ${titles.join(', ')}`);
      await grid.focus();
      for (const _ of titles) await page.keyboard.press('ArrowLeft');
      for (let column = 0; column < wanted; column += 1) await page.keyboard.press('ArrowRight');
    },
    cursorTime: () => grid.locator('.fl-grid-row-cursor .fl-time').textContent(),
    matches,
    open,
    async addEvidence(paths, caseTitle) {
      await dropFiles(paths);
      const dialog = page.getByRole('dialog');
      if (caseTitle !== undefined) await dialog.getByLabel('New case').fill(caseTitle);
      await dialog.getByLabel('Where do they come from?').fill('USB stick 3');
      await dialog.getByLabel('Why are they added?').fill('Logs around the alert');
      const zone = dialog.getByRole('combobox', { name: 'Zone of local times' });
      if (await zone.isVisible()) {
        await zone.fill('UTC');
        await page.getByRole('option', { name: 'UTC', exact: true }).click();
      }
      await dialog.getByRole('button', { name: 'Seal and parse' }).click();
      await dialog.waitFor({ state: 'detached' });
      await open();
    },
    async query(text) {
      await bar.click();
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
      // A list of completions may have opened; the first Escape closes it, Enter would take from it.
      await page
        .locator('.cm-tooltip-autocomplete')
        .waitFor({ timeout: 400 })
        .catch(() => undefined);
      if (await page.locator('.cm-tooltip-autocomplete').isVisible())
        await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
    },
    waitForMatches: (count) =>
      page.locator(`[role=grid][aria-rowcount="${String(count + 1)}"][aria-busy=false]`).waitFor(),
    async settled(fits) {
      let count = -1;
      await expect
        .poll(async () => {
          count = await matches();
          return count >= 0 && fits(count);
        })
        .toBe(true);
      return count;
    },
    row: (index) => grid.locator(`[role=row][aria-rowindex="${String(index + 2)}"]`),
    async focusFirst() {
      await grid.focus();
      await page.keyboard.press('Home');
    },
  };
}
