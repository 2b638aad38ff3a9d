import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Fireline } from './harness.ts';

/** Opens the only case listed, however the program came up, and waits until its work is read. */
export async function openOnlyCase({ page }: Fireline): Promise<void> {
  // The details of an event have a button of that name, too.
  const screens = page.getByRole('navigation', { name: 'Screens' });
  const board = screens.getByRole('button', { name: 'Board', exact: true });
  const row = page.getByRole('row').first();
  await expect.poll(async () => (await board.isEnabled()) || (await row.isVisible())).toBe(true);
  if (!(await board.isEnabled())) await row.click();
  await page.getByText('Saved', { exact: true }).waitFor();
}

/** By its keys, and waits for its heading. */
export async function goTo(page: Page, keys: string, heading: string): Promise<void> {
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
