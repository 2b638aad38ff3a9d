import type { Locator, Page } from 'playwright-core';

/** By its keys, and waits for its heading. */
export async function goTo(page: Page, keys: string, heading: string): Promise<void> {
  // A dialog that is closing still has the keys.
  await page.getByRole('dialog').first().waitFor({ state: 'detached' });
  for (const key of keys.split(' ')) await page.keyboard.press(key);
  await page.getByRole('heading', { name: heading, exact: true }).waitFor();
}

export const saved = (page: Page): Promise<void> =>
  page.getByText('Saved', { exact: true }).waitFor();

/** The board's table without its head. */
export const boardRows = (page: Page): Locator =>
  page.getByRole('grid', { name: 'Board' }).locator('.fl-grid-row');

/** One cell of every item's row, in order; rows of gaps are left out. */
export const cells = (page: Page, column: number): Promise<readonly string[]> =>
  boardRows(page)
    .filter({ hasNot: page.locator('.fl-board-gap') })
    .locator(`[data-column="${column}"]`)
    .allTextContents();

/** Runs a command of the palette by its name. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search events, or type a command').fill(`>${name}`);
  await page.keyboard.press('Enter');
}
