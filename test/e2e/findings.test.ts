import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '#shared/model/finding.ts';
import type { FindingId } from '#shared/model/ids.ts';
import type { OpBody } from '#shared/work/op.ts';
import { HOSTILE } from '../report/hostile-case.ts';
import { axeFindings } from './axe.ts';
import { cells as boardCells, command, goTo, saved } from './board-page.ts';
import { openOnlyCase } from './only-case.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import type { ReportCase } from './report-case.ts';
import { actIn, newReportCase } from './report-case.ts';

let scratch: string;
let made: ReportCase;
let app: Fireline;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-findings-'));
  made = newReportCase(scratch);
});
afterEach(async () => {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function openFindings(): Promise<void> {
  app = await launchFireline({ home: made.home, userData: made.userData });
  await openOnlyCase(app);
  await goTo(app.page, 'g f', 'Findings');
}

const list = (page: Page) => page.getByRole('grid', { name: 'Findings' });

const cells = (page: Page, column: number): Promise<readonly string[]> =>
  list(page).locator(`.fl-grid-row [data-column="${column}"]`).allTextContents();

const finding = (n: number, change: Partial<Finding> = {}): Finding => ({
  id: `finding-${n}` as FindingId,
  title: `Finding ${n}`,
  severity: 'medium',
  confidence: 'high',
  status: 'open',
  statement: 'The events below show it in order.',
  events: made.events.slice(n * 5, n * 5 + 5).map(({ id }) => id),
  ...change,
});

const added = (...findings: readonly Finding[]): readonly OpBody[] =>
  findings.map((one): OpBody => ({ kind: 'finding.add', finding: one }));

describe('the findings', () => {
  it('are recorded, decided and kept, by keyboard alone', async () => {
    await openFindings();
    const { page } = app;
    const { keyboard } = page;
    await page.getByText('No findings yet').waitFor();

    // From events.
    for (const key of ['g', 'x']) await keyboard.press(key);
    const events = page.getByRole('grid', { name: 'Events' });
    await events.locator('.fl-grid-row').filter({ hasText: '2026-' }).first().waitFor();
    await events.focus();
    for (const key of ['x', 'j', 'x', 'f']) await keyboard.press(key);
    await page.getByRole('textbox', { name: /^Finding/ }).fill('The VPN gateway was probed');
    await keyboard.press('Enter');
    await page.getByText(/^Recorded the finding/).waitFor();

    // By hand.
    await goTo(page, 'g f', 'Findings');
    await list(page).focus();
    await keyboard.press('n');
    await page.getByRole('textbox', { name: /^Finding/ }).press('Enter');
    await page.getByText('Say in a few words what was found.').waitFor();
    await page.getByRole('textbox', { name: /^Finding/ }).fill('Passwords alone open the VPN');
    await page.getByRole('combobox', { name: 'ATT&CK technique' }).fill('T1133');
    await keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await expect
      .poll(() => cells(page, 1))
      .toEqual(['Passwords alone open the VPN', 'The VPN gateway was probed']);
    expect(await cells(page, 3)).toEqual(['T1133 External Remote Services', '']);
    expect(await cells(page, 4)).toEqual(['0', '2']);

    // It cites what was copied.
    await list(page).focus();
    await keyboard.press('Home');
    await keyboard.press('c');
    const ids = made.events.slice(10, 13).map(({ id }) => id);
    await page.getByLabel('Copied events').fill(`see ${ids.join(' and ')} and ${ids[0] ?? ''}`);
    await page.getByRole('button', { name: 'Cite 3 events' }).press('Enter');
    await expect.poll(() => cells(page, 4)).toEqual(['3', '2']);
    await expect.poll(async () => (await cells(page, 6))[0]).toMatch(/^2026-05-12 \d\d:/);

    // Dismissed, which needs a reason, and confirmed.
    await list(page).focus();
    await keyboard.press('d');
    await page.getByLabel('Why is it no finding?').press('Enter');
    await page.getByText('Say why, for whoever asks later.').waitFor();
    await page.getByLabel('Why is it no finding?').fill('By design until June');
    await keyboard.press('Enter');
    await expect.poll(() => cells(page, 2)).toEqual(['Dismissed', 'Open']);
    await list(page).focus();
    await keyboard.press('End');
    await keyboard.press('y');
    await expect.poll(() => cells(page, 2)).toEqual(['Dismissed', 'Confirmed']);
    await keyboard.press('Control+z');
    await expect.poll(() => cells(page, 2)).toEqual(['Dismissed', 'Open']);
    await keyboard.press('Control+Shift+z');
    await expect.poll(() => cells(page, 2)).toEqual(['Dismissed', 'Confirmed']);

    // To the board, once.
    await keyboard.press('b');
    await page.getByText(/on the board$/).waitFor();
    await keyboard.press('b');
    await page.getByText('This finding is on the board already.').waitFor();
    await saved(page);
    const before = await Promise.all([1, 2, 3, 4, 6].map((column) => cells(page, column)));
    await app.kill9();

    await openFindings();
    await expect
      .poll(() => Promise.all([1, 2, 3, 4, 6].map((column) => cells(app.page, column))))
      .toEqual(before);
    await list(app.page).focus();
    await app.page.keyboard.press('Home');
    await app.page.keyboard.press('Enter');
    const decisions = app.page.getByRole('list', { name: 'Decisions, newest first' });
    await expect
      .poll(() => decisions.textContent())
      .toMatch(/^Dismissed by .*: By design until June/);
    await app.screenshot('finding');
    await goTo(app.page, 'g b', 'Board');
    await expect.poll(() => boardCells(app.page, 2)).toEqual(['The VPN gateway was probed']);
  });

  it('are grouped, counted by technique, and open their events in Explore', async () => {
    await actIn(
      made,
      added(
        finding(0, { severity: 'critical', technique: 'T1059.001' }),
        finding(1, { status: 'confirmed', technique: 'T1110.003' }),
        finding(2, { severity: 'low', technique: 'T1059.001' }),
        finding(3, { status: 'dismissed' }),
      ),
    );
    await openFindings();
    const { page } = app;
    await expect.poll(() => cells(page, 1)).toHaveLength(4);
    await app.screenshot('findings');
    await page.getByRole('button', { name: /Group$/ }).click();
    await page.getByRole('option', { name: 'By technique' }).click();
    await expect
      .poll(() => cells(page, 1))
      .toEqual([
        'T1059.001 Command and Scripting Interpreter: PowerShell 2 findings',
        'Finding 0',
        'Finding 2',
        'T1110.003 Brute Force: Password Spraying 1 finding',
        'Finding 1',
        'No technique 1 finding',
        'Finding 3',
      ]);
    await app.screenshot('findings-grouped');
    await page.getByText('Techniques', { exact: true }).click();
    await app.screenshot('findings-techniques');
    await page.getByRole('button', { name: 'Show 2 findings of T1059.001' }).click();
    await expect
      .poll(() => cells(page, 1))
      .toEqual([
        'T1059.001 Command and Scripting Interpreter: PowerShell 2 findings',
        'Finding 0',
        'Finding 2',
      ]);
    await list(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const cited = page.getByRole('region', { name: 'Cited events' }).getByRole('listitem');
    await expect.poll(() => cited.count()).toBe(5);
    await cited.first().getByRole('button').first().click();
    await page.getByRole('complementary', { name: 'Event' }).waitFor();
    await app.screenshot('finding-event');
    expect(made.events[0]?.message).toBeDefined();
  });

  it('show hostile text as text and nothing that axe objects to, in both themes', async () => {
    await openFindings();
    const empty = await axeFindings(app.page);
    await app.close();
    const title = HOSTILE.replaceAll(/[\p{Cc}\u2028\u2029\p{Cs}]/gu, '?')
      .slice(0, 480)
      .trim();
    await actIn(
      made,
      added(finding(0, { title, statement: HOSTILE, severity: 'critical' }), finding(1)),
    );
    await openFindings();
    const { page } = app;
    await list(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: /^Finding / }).waitFor();
    expect(await page.locator('[onerror], [onload], [src=x], a[href^=javascript]').count()).toBe(0);
    const full = await axeFindings(page);
    await command(page, 'Switch light and dark');
    await app.screenshot('findings-hostile-dark');
    const dark = await axeFindings(page);
    await page.getByText('Techniques', { exact: true }).click();
    const techniques = await axeFindings(page);
    await page.getByText('List', { exact: true }).click();
    await list(page).focus();
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: /^Finding/ }).waitFor();
    const dialog = await axeFindings(page);
    expect({ empty, full, dark, techniques, dialog }).toEqual({
      empty: [],
      full: [],
      dark: [],
      techniques: [],
      dialog: [],
    });
  });
});
