import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SMALL_ATTACK } from '../learning/small-attack.ts';
import { axeFindings } from './axe.ts';
import { command, saved } from './board-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { openOnlyCase } from './only-case.ts';
import type { ReportCase } from './report-case.ts';
import { actIn, curated, newReportCase } from './report-case.ts';

let scratch: string;
let made: ReportCase;
let app: Fireline;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-learning-'));
  made = newReportCase(scratch);
  await actIn(made, curated(made));
  app = await launchFireline({ home: made.home, userData: made.userData });
});
beforeEach(() => openOnlyCase(app));
afterAll(async () => {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
});

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Opens a view of Learning by keys alone. */
async function openTab(page: Page, name: string): Promise<void> {
  await press(page, 'g', 'l');
  const tabs = page.getByRole('tablist', { name: 'Learning' });
  await tabs.getByRole('tab', { selected: true }).focus();
  await press(page, 'Home');
  const wanted = tabs.getByRole('tab', { name: new RegExp(`^${name}`) });
  for (let n = 0; n < 6 && (await wanted.getAttribute('aria-selected')) !== 'true'; n += 1) {
    await press(page, 'ArrowRight');
  }
  expect(await wanted.getAttribute('aria-selected')).toBe('true');
}

/** The system's dialogs answer with this path. */
const answerDialogs = (path: string): Promise<void> =>
  app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);

async function sealFile(path: string): Promise<void> {
  await app.dropFiles([path]);
  const dialog = app.page.getByRole('dialog', { name: /^Add / });
  await dialog.getByLabel('Where do they come from?').fill('A second stick');
  await dialog.getByLabel('Why are they added?').fill('Came later');
  const zone = dialog.getByRole('combobox', { name: 'Zone of local times' });
  if (await zone.isVisible()) {
    await zone.fill('UTC');
    await app.page.getByRole('option', { name: 'UTC', exact: true }).click();
  }
  await dialog.getByRole('button', { name: 'Seal and parse' }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}

const cells = (page: Page, grid: string, column: number): Promise<readonly string[]> =>
  page
    .getByRole('grid', { name: grid, exact: true })
    .locator(`.fl-grid-row [data-column="${column}"]`)
    .allTextContents();

describe('what a case teaches, by keyboard alone', () => {
  it('shows the case as it was known at any past moment, and what became known since', async () => {
    const { page } = app;
    await openTab(page, 'Two clocks');
    const slider = page.getByRole('slider', { name: 'Known at' });
    const then = page.getByRole('region', { name: 'Known then' });
    const since = page.getByRole('region', { name: 'Became known since' });
    await then.getByText('20 on the board').waitFor();
    await since.getByText('Nothing. Move the handle back').waitFor();
    await slider.focus();
    await press(page, 'Home');
    await then.getByText('0 on the board').waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toBe(
      'Before the first act: Nothing was known',
    );
    await since.getByText('Board', { exact: true }).first().waitFor();
    // Opening the case made two acts; the first item of the board is the third.
    await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await then.getByText('1 on the board').waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/: Put “.*” on the board$/);
    await command(page, 'Known after the next act');
    await then.getByText('2 on the board').waitFor();
    const time = page.getByLabel('Known at this time');
    await time.fill('yesterday');
    await time.press('Enter');
    await page.getByText('Write 2026-05-13 11:40.').waitFor();
    await time.fill('2026-01-01 00:00');
    await time.press('Enter');
    await then.getByText('0 on the board').waitFor();
    await slider.focus();
    await press(page, 'End');
    await then.getByText('20 on the board').waitFor();
    await page.getByRole('region', { name: 'Metrics' }).getByText('Dwell time').waitFor();
    await expect
      .poll(() => cells(page, 'When it happened and when it was known', 0))
      .toContain('Board');
    // Page keys go by what became known, whatever the scale.
    await press(page, 'Home', 'PageUp');
    await then.getByText('1 on the board').waitFor();
    await page.getByText('By act', { exact: true }).click();
    await slider.focus();
    await press(page, 'PageUp');
    await then.getByText('2 on the board').waitFor();
    await press(page, 'PageDown', 'PageDown');
    await then.getByText('0 on the board').waitFor();
    await press(page, 'End');
    const lags = 'When it happened and when it was known';
    await page.getByRole('button', { name: 'Happened', exact: true }).click();
    const sorted = async (): Promise<boolean> => {
      const happened = await cells(page, lags, 2);
      const dated = happened.filter((text) => text !== 'no time');
      return dated.length > 5 && dated.every((text, n) => n === 0 || text >= (dated[n - 1] ?? ''));
    };
    await expect.poll(sorted).toBe(true);
    await app.screenshot('learning-clocks');
  });

  it('counts a tag that is a technique, and leads from the matrix to what shows it', async () => {
    const { page } = app;
    await press(page, 'g', 'x');
    const events = page.getByRole('grid', { name: 'Events' });
    await events.locator('.fl-grid-row').filter({ hasText: '2026-' }).first().waitFor();
    await events.focus();
    await press(page, 'x', 'j', 'x', 't');
    await page.getByRole('searchbox', { name: 'Tag' }).fill('scheduled cron');
    const cron = page.getByRole('menuitem', { name: /^T1053.003/ });
    await cron.waitFor();
    // The list takes the first of its entries by itself, a moment after the last letter.
    for (let n = 0; n < 4 && (await cron.getAttribute('data-focused')) === null; n += 1) {
      await press(page, 'ArrowDown');
      await page.waitForTimeout(200);
    }
    await press(page, 'Enter');
    await page.getByText('Tagged 2 events T1053.003').waitFor();

    await openTab(page, 'Techniques');
    const matrix = page.getByRole('grid', { name: 'Techniques by tactic' });
    await matrix.focus();
    await press(page, 'Home');
    const current = async (): Promise<string> => {
      const id = (await matrix.getAttribute('aria-activedescendant')) ?? '';
      return (await page.locator(`[id="${id}"]`).textContent()) ?? '';
    };
    const columns = await matrix.getByRole('columnheader').allTextContents();
    const execution = columns.findIndex((text) => text.startsWith('Execution'));
    for (let n = 0; n < execution; n += 1) await press(page, 'ArrowRight');
    for (let n = 0; n < 9 && !(await current()).startsWith('T1053'); n += 1) {
      await press(page, 'ArrowDown');
    }
    await press(page, 'Space', 'ArrowDown');
    expect(await current()).toBe('T1053.003Cron2 events');
    await press(page, 'Enter');
    const drawer = page.getByRole('complementary', { name: 'Technique T1053.003' });
    await drawer.getByText('M1018 User Account Management').waitFor();
    await app.screenshot('learning-technique');
    await drawer.getByRole('button', { name: '2 events tagged T1053.003' }).press('Enter');
    await page.getByRole('heading', { name: 'Explore' }).waitFor();
    await page.getByText(/^2 of /).waitFor();

    await openTab(page, 'Techniques');
    await answerDialogs(join(scratch, 'layer.json'));
    await command(page, 'Export a Navigator layer');
    await page
      .getByText(/^Exported\. SHA-256/)
      .first()
      .waitFor();
    await command(page, 'Lay a Navigator layer over');
    await page.getByText(`Layer “HARBOUR-2026-014”`).waitFor();
    const bundle = join(scratch, 'enterprise-attack.json');
    writeFileSync(bundle, '{"type":"bundle","objects":[]}');
    await answerDialogs(bundle);
    await command(page, 'Carry in ATT&CK');
    await page.getByText(/This is not ATT&CK for Enterprise.*no tactic/).waitFor();
    writeFileSync(bundle, JSON.stringify(SMALL_ATTACK));
    await app.dropFiles([bundle]);
    await page.getByText(/MITRE ATT&CK 19\.1 of 28 Apr 2026/).waitFor();
  });

  it('asks why of each cause, moves causes, and lets no circle be made', async () => {
    const { page } = app;
    await openTab(page, 'Root cause');
    await page.getByRole('button', { name: /^New cause/ }).press('Enter');
    const add = async (title: string): Promise<void> => {
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^Because/ }).fill(title);
      await dialog.getByRole('textbox', { name: /^Because/ }).press('Enter');
      await dialog.waitFor({ state: 'hidden' });
    };
    await add('The VPN was entered with a password');
    const tree = page.getByRole('treegrid', { name: 'Causes' });
    await tree.waitFor();
    for (const title of ['It asks for no second factor', 'Nobody was told to set it up']) {
      await tree.focus();
      await press(page, 'w');
      await add(title);
    }
    const levels = async (): Promise<readonly string[]> =>
      tree
        .locator('.fl-grid-row')
        .evaluateAll((rows) =>
          rows.map(
            (row) =>
              `${row.getAttribute('aria-level') ?? ''} ${row.querySelector('[data-column="0"]')?.textContent ?? ''}`,
          ),
        );
    await expect
      .poll(levels)
      .toEqual([
        '1 The incident as a whole',
        '2 The VPN was entered with a password',
        '3 It asks for no second factor',
        '4 Nobody was told to set it up',
      ]);
    await tree.focus();
    await press(page, 'Alt+Shift+ArrowLeft');
    await expect.poll(async () => (await levels())[3]).toBe('3 Nobody was told to set it up');
    await press(page, 'Alt+ArrowUp');
    await expect.poll(async () => (await levels())[2]).toBe('3 Nobody was told to set it up');
    await press(page, 'Alt+ArrowDown', 'Alt+Shift+ArrowRight');
    await expect.poll(async () => (await levels())[3]).toBe('4 Nobody was told to set it up');
    await press(page, 'Home', 'ArrowDown', 'm');
    const move = page.getByRole('dialog', { name: /^Move/ });
    await move.getByRole('combobox', { name: 'Under' }).fill('Why?');
    // Of the three causes one is itself and two stand below it: none can be answered by it.
    expect(await page.getByRole('option', { name: /^Why\?/ }).count()).toBe(0);
    await press(page, 'Escape', 'Escape');
    await move.waitFor({ state: 'hidden' });
    await answerDialogs(join(scratch, 'causes.pdf'));
    await command(page, 'Print the causes');
    await page.getByText('Printed.').waitFor();
    expect(readFileSync(join(scratch, 'causes.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('keeps what was looked for and not found, stale when evidence comes, until it is looked for again', async () => {
    const { page } = app;
    await press(page, 'g', 'x', '/');
    await page.keyboard.insertText('goldenticket');
    await press(page, 'Enter');
    await page.getByText(/^None of/).waitFor();
    await command(page, 'Record as looked for');
    const dialog = page.getByRole('dialog', { name: 'Record as looked for' });
    await dialog.getByText(/^Nothing found among/).waitFor();
    await dialog.getByLabel('What was looked for').fill('A tool for golden tickets');
    await press(page, 'Enter');
    await page.getByText(/^Added a negative finding/).waitFor();
    await openTab(page, 'Looked for');
    await expect.poll(() => cells(page, 'Looked for', 0)).toEqual(['Nothing found']);

    const late = join(scratch, 'late-messages.log');
    writeFileSync(
      late,
      '2026-05-12T09:10:11Z srv9 sudo[7]: m.keller : COMMAND=/tmp/goldenticket\n',
    );
    await sealFile(late);
    await page.getByRole('heading', { name: 'Evidence', exact: true }).waitFor();
    await openTab(page, 'Looked for');
    await expect.poll(() => cells(page, 'Looked for', 0), { timeout: 20_000 }).toEqual(['Stale']);
    await page.getByRole('button', { name: 'Look again for 1 stale' }).press('Enter');
    await page.getByText('Looked again for 1 thing: 1 found something.').waitFor();
    await expect.poll(() => cells(page, 'Looked for', 0)).toEqual(['Found something']);
    expect(await cells(page, 'Looked for', 3)).toEqual(['1']);
    const list = page.getByRole('grid', { name: 'Looked for' });
    await list.focus();
    await press(page, 'Enter');
    const runs = page.getByRole('list', { name: 'Runs, newest first' });
    await expect.poll(() => runs.getByRole('listitem').count()).toBe(2);
    await app.screenshot('learning-looked-for');
    await press(page, 'Control+z');
    await expect.poll(() => cells(page, 'Looked for', 0)).toEqual(['Stale']);
  });

  it('follows improvements: whose, until when, overdue, and out as a table', async () => {
    const { page } = app;
    await openTab(page, 'Improvements');
    await page.getByRole('button', { name: /^New improvement/ }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'New improvement' });
    await dialog
      .getByRole('textbox', { name: /^What is to be done/ })
      .fill('=Second factor, at last');
    await dialog.getByRole('textbox', { name: /^Due/ }).fill('2026-05-20');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await expect
      .poll(() => cells(page, 'Improvements', 4))
      .toEqual([expect.stringMatching(/2026-05-20 overdue$/)]);
    await page.getByText('0 of 1 done, 1 overdue').waitFor();
    const csv = join(scratch, 'improvements.csv');
    await answerDialogs(csv);
    await page.getByRole('button', { name: 'Export CSV…' }).press('Enter');
    await page
      .getByText(/^Exported\. SHA-256/)
      .first()
      .waitFor();
    await expect
      .poll(() => readFileSync(csv, 'utf8').split('\r\n')[1])
      .toBe(`"'=Second factor, at last",medium,proposed,,2026-05-20T00:00Z,yes,,,`);
    await saved(page);
  });

  it('holds nothing that axe objects to, in both themes, full and with dialogs', async () => {
    const { page } = app;
    const faults: string[] = [];
    for (const theme of ['one theme', 'the other']) {
      for (const tab of [
        'Two clocks',
        'Techniques',
        'Root cause',
        'Looked for',
        'Lessons',
        'Improvements',
      ]) {
        await openTab(page, tab);
        await page.waitForTimeout(300);
        for (const fault of await axeFindings(page)) faults.push(`${theme}, ${tab}: ${fault}`);
      }
      await page.getByRole('button', { name: /^New improvement/ }).press('Enter');
      for (const fault of await axeFindings(page)) faults.push(`${theme}, dialog: ${fault}`);
      await press(page, 'Escape');
      await command(page, 'Switch light and dark');
    }
    expect(faults).toEqual([]);
  });
});
