import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeFindings } from './axe.ts';
import type { Fireline } from './harness.ts';
import { actIn, curated, newReportCase, type ReportCase } from './report-case.ts';
import { createReport, openReport, saved, scratchFolder, textOf } from './report-screen.ts';

let made: ReportCase;
let fireline: Fireline;
let page: Page;

const begin = async (): Promise<void> => {
  fireline = await openReport(made.home, made.userData);
  page = fireline.page;
};

beforeAll(async () => {
  made = newReportCase(scratchFolder());
  await actIn(made, curated(made));
  await begin();
}, 120_000);
afterAll(() => fireline.close());

const summary = () => textOf(page, '1 Summary');
const settled = async (): Promise<void> => {
  // Longer than the pause after which typing becomes an act.
  await page.waitForTimeout(1_800);
  await saved(page);
};

describe('the report screen', { timeout: 120_000 }, () => {
  it('offers a report where there is none, and is accessible empty', async () => {
    await page.getByRole('heading', { name: 'No report yet' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await fireline.screenshot('report-none');
    await createReport(page);
    const outline = page.getByRole('navigation', { name: 'Outline' });
    await expect.poll(() => outline.locator('.fl-outline-link').count()).toBe(20);
  });

  it('is written by keyboard alone, with a citation found by typing @', async () => {
    await page.getByRole('navigation', { name: 'Outline' }).getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('The intruder ran a hidden PowerShell ');
    await page.keyboard.type('@encodedcommand');
    // No entity is called so: what is left is to search all that can be cited.
    await page.getByRole('option', { name: /for “encodedcommand”/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Cite' }).waitFor();
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await expect
      .poll(() => page.getByRole('dialog').getByRole('option').first().textContent())
      .toContain('EncodedCommand');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await summary().locator('[data-state=resolves]').waitFor();
    await page.keyboard.type('and stayed.');
    await settled();
    expect(await summary().textContent()).toMatch(
      /hidden PowerShell ws7\S* \d\d:\d\d:\d\d\S* and stayed\.$/,
    );
  });

  it('takes what Explore put by', async () => {
    await page.getByRole('navigation', { name: 'Screens' }).getByText('Explore').click();
    await page.getByRole('grid').getByText('GET /remote').first().click();
    await page.keyboard.press('c');
    await page.getByRole('button', { name: 'Open the report' }).click();
    const tray = page.getByRole('listbox', { name: 'What can be cited' });
    await tray.getByText('Put by in Explore').waitFor();
    await summary().click();
    await page.keyboard.press('Control+End');
    await tray.getByRole('option').first().click();
    await expect.poll(() => summary().locator('[data-state=resolves]').count()).toBe(2);
    await expect.poll(() => tray.getByText('Put by in Explore').count()).toBe(0);
    await settled();
  });

  it('shows a table of events and the board as they are', async () => {
    await textOf(page, '2 Impact').click();
    await page.keyboard.type('These logons failed:');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Insert' }).click();
    await page.getByRole('menuitem', { name: 'Table of events' }).click();
    await page.getByLabel('Events that match').fill('user:root and "Failed password"');
    await page.getByRole('button', { name: 'Put in the report' }).click();
    const block = textOf(page, '2 Impact').getByRole('group', { name: 'Table of events' });
    await expect.poll(() => block.getByRole('row').count()).toBeGreaterThan(3);
    await page.locator('.fl-live-figure').first().waitFor();
    await settled();
    await fireline.screenshot('report-full');
  });

  it('goes back through typing, then through acts, from inside the text', async () => {
    await textOf(page, '5 Root cause').click();
    await page.keyboard.type('One password.');
    await settled();
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => textOf(page, '5 Root cause').textContent())
      .not.toContain('One password');
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => textOf(page, '5 Root cause').textContent()).toContain('One password.');
    await settled();
    // From outside the text it is the act that goes.
    await page.getByRole('tab', { name: 'Citations' }).click();
    await page.getByRole('tab', { name: 'Citations' }).press('Control+z');
    await expect
      .poll(() => textOf(page, '5 Root cause').textContent())
      .not.toContain('One password');
    await page.getByRole('tab', { name: 'Citations' }).press('Control+Shift+Z');
    await expect.poll(() => textOf(page, '5 Root cause').textContent()).toContain('One password.');
    await saved(page);
  });

  it('adds, names, moves and takes out sections', async () => {
    const outline = page.getByRole('navigation', { name: 'Outline' });
    await textOf(page, '1 Summary').click();
    await page.keyboard.press('Control+Shift+N');
    const title = page.getByLabel('Title of section 2', { exact: true });
    await expect.poll(() => title.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('Extent');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Two machines.');
    await outline.getByText('Extent').waitFor();
    await page.keyboard.press('Control+Shift+ArrowUp');
    await textOf(page, '1 Extent').waitFor();
    await settled();
    expect(await textOf(page, '1 Extent').textContent()).toBe('Two machines.');
    await outline.getByRole('button', { name: 'Section 1: Extent' }).click();
    await page.getByRole('menuitem', { name: 'Take out this section' }).click();
    await textOf(page, '1 Summary').waitFor();
    await page.getByRole('tab', { name: 'Citations' }).press('Control+z');
    await textOf(page, '1 Extent').waitFor();
    expect(await textOf(page, '1 Extent').textContent()).toBe('Two machines.');
    await page.getByRole('tab', { name: 'Citations' }).press('Control+Shift+Z');
    await textOf(page, '1 Summary').waitFor();
    await saved(page);
  });

  it('is frozen, commented, approved, and compared with what it was', async () => {
    const block = textOf(page, '3 Timeline').getByRole('group', { name: 'Board as a table' });
    await block.getByRole('button', { name: 'Freeze' }).click();
    await block.getByText(/^frozen \d+ \w+ \d+ \d\d:\d\d UTC$/).waitFor();
    await page.getByRole('tab', { name: 'Review', exact: true }).click();
    await page.getByRole('textbox', { name: /^Comment on/ }).fill('Who told the authority?');
    await page.getByRole('button', { name: 'Add the comment' }).click();
    await page.getByText('1 comment is open.').waitFor();
    await page.getByRole('button', { name: 'Settle' }).click();
    await page.getByText('1 comment is open.').waitFor({ state: 'detached' });
    await page.getByText('Approved', { exact: true }).click();
    await page.getByText('nobody has approved it').waitFor({ state: 'detached' });
    await block.getByRole('button', { name: 'Make live' }).click();
    await page.getByText('The report was changed after it was approved.').waitFor();
    await page.getByRole('button', { name: 'Compare versions…' }).click();
    const compared = page.getByRole('dialog');
    await compared.getByText('1 section differs').waitFor();
    await compared.getByText('[board-table, frozen]').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await fireline.screenshot('report-compare');
    await page.keyboard.press('Escape');
  });

  it('is accessible full, in both themes, with every panel open', async () => {
    for (const tab of ['Cite', 'Citations', 'Figures', 'Review', 'Document']) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      expect(await axeFindings(page)).toEqual([]);
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
      expect(await axeFindings(page)).toEqual([]);
      await fireline.screenshot(`report-${tab.toLowerCase()}-dark`);
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
    }
  });

  it('loses nothing that was shown as saved when it is killed while typing', async () => {
    await textOf(page, '7 Response').click();
    await page.keyboard.type('Marta took the gateway off the net at 14:05.');
    await saved(page);
    await page.keyboard.type(' Nobody');
    await fireline.kill9();
    await begin();
    const text = textOf(page, '7 Response');
    await text.waitFor();
    expect(await text.textContent()).toContain('Marta took the gateway off the net at 14:05.');
    await settled();
    await fireline.kill9();
    await begin();
    await textOf(page, '7 Response').waitFor();
    expect(await textOf(page, '7 Response').textContent()).toContain('at 14:05.');
    await expect.poll(() => summary().locator('[data-state=resolves]').count()).toBe(2);
  });
});
