import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import type { OpBody } from '#shared/work/op.ts';
import { HOSTILE } from '../report/hostile-case.ts';
import { axeFindings } from './axe.ts';
import { command, goTo, saved } from './board-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { openOnlyCase } from './only-case.ts';
import { readPdf } from './pdf-pages.ts';
import type { ReportCase } from './report-case.ts';
import { actIn, newReportCase } from './report-case.ts';
import { saveTo } from './report-screen.ts';

let scratch: string;
let made: ReportCase;
let app: Fireline;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-incident-'));
  made = newReportCase(scratch);
});
afterEach(async () => {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function openIncident(): Promise<Page> {
  app = await launchFireline({ home: made.home, userData: made.userData });
  await openOnlyCase(app);
  await goTo(app.page, 'g i', 'Incident');
  return app.page;
}

const TABS = ['Record', 'People', 'Clocks', 'Log', 'Hand-over'] as const;

/** By its keys: the row of tabs has one tab stop, arrows move in it. */
async function tab(page: Page, name: (typeof TABS)[number]): Promise<void> {
  const selected = page.getByRole('tab', { selected: true });
  await selected.first().focus();
  await page.keyboard.press('Home');
  for (let n = TABS.indexOf(name); n > 0; n -= 1) await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: new RegExp(`^${name}`), selected: true }).waitFor();
}

const grid = (page: Page, name: string): Locator => page.getByRole('grid', { name });

const cells = (page: Page, list: string, column: number): Promise<readonly string[]> =>
  grid(page, list).locator(`.fl-grid-row [data-column="${column}"]`).allTextContents();

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).press('Enter');

const strip = (page: Page): Locator => page.getByRole('list', { name: 'The incident at a glance' });

describe('the incident', () => {
  it('is led by keyboard alone: judged, people, clocks, decisions, hand-over, kept over a kill', async () => {
    let page = await openIncident();
    const { keyboard } = page;
    await expect.poll(() => strip(page).textContent()).toContain('Not rated');
    await expect.poll(() => strip(page).textContent()).toContain('No deadline yet');
    await app.screenshot('incident-empty');
    for (const name of TABS) {
      await tab(page, name);
      expect(await axeFindings(page), `${name}, empty`).toEqual([]);
    }

    // Judged, with the reason, from the palette on another screen.
    await goTo(page, 'g f', 'Findings');
    await command(page, 'Change severity or status of the incident…');
    const judge = page.getByRole('dialog', { name: 'Severity and status' });
    await judge.getByRole('radio', { name: 'High' }).focus();
    await keyboard.press('Space');
    await judge.getByLabel('Why').fill('A domain administrator that nobody made');
    // From anywhere in the dialog, not only from a field of one line.
    await judge.getByRole('radio', { name: 'High' }).focus();
    await keyboard.press('Control+Enter');
    await judge.waitFor({ state: 'hidden' });
    const history = page.getByRole('region', { name: 'History of severity and status' });
    await expect.poll(() => history.textContent()).toContain('Severity Not rated → High');
    await expect.poll(() => history.textContent()).toContain('that nobody made');
    await expect.poll(() => strip(page).textContent()).toContain('High');

    await press(page, 'Edit: Identity');
    await page.getByLabel('Number').fill('INC-2207');
    await page.getByRole('textbox', { name: 'Organisation' }).fill('Lindholm');
    await keyboard.press('Enter');
    await expect.poll(() => strip(page).textContent()).toContain('INC-2207');

    // Somebody to tell.
    await tab(page, 'People');
    await press(page, /^New person/);
    await page.getByRole('textbox', { name: 'Name' }).fill('Sara Holm');
    await page.getByRole('textbox', { name: 'Phone' }).fill('+46 70 174 06 30');
    const note = page.getByRole('dialog').locator('textarea').first();
    await note.fill('Rings back within the hour.');
    await note.press('Control+Enter');
    await expect.poll(() => cells(page, 'People', 0)).toEqual(['Sara Holm']);
    expect(await cells(page, 'People', 3)).toEqual(['+46 70 174 06 30']);

    // Deadlines from rules: they wait until it is known when the organisation was aware.
    await tab(page, 'Clocks');
    await press(page, 'Add from rules…');
    for (const rule of [/^GDPR: notify/, /^NIS2: incident/, /^NIS2: final/, /^SEC: Form 8-K/]) {
      await page.getByRole('checkbox', { name: rule }).press('Space');
    }
    await press(page, 'Add 4 deadlines');
    await expect.poll(() => cells(page, 'Deadlines', 0)).toEqual(Array(4).fill('not running'));
    expect(await cells(page, 'Deadlines', 1)).toEqual([
      'GDPR: notify the supervisory authority',
      'NIS2: final report',
      'NIS2: incident notification',
      'SEC: Form 8-K, Item 1.05',
    ]);
    expect(await cells(page, 'Deadlines', 2)).toEqual([
      'The key time “Aware” is not set.',
      'Counts from when “NIS2: incident notification” is met.',
      'The key time “Aware” is not set.',
      'The time from which it counts is not given.',
    ]);
    await grid(page, 'Deadlines').focus();
    await keyboard.press('Home');
    await keyboard.press('Enter');
    await press(page, 'Set the key time…');
    const key = page.getByRole('dialog', { name: 'Key time: Aware' });
    await key.getByLabel('Time', { exact: true }).fill('2026-05-13 08:20');
    await keyboard.press('Enter');
    await expect
      .poll(async () => (await cells(page, 'Deadlines', 2))[0])
      .toBe('2026-05-16 08:20 UTC');
    await expect.poll(async () => (await cells(page, 'Deadlines', 0))[0]).toMatch(/^overdue by /);
    const status = page.getByRole('contentinfo', { name: 'Status' });
    await expect.poll(() => status.textContent()).toMatch(/overdue by .*: GDPR: notify /);
    // Its key does it from the list, with the details closed.
    await keyboard.press('Escape');
    await page.getByRole('complementary', { name: /^Deadline/ }).waitFor({ state: 'detached' });
    await grid(page, 'Deadlines').focus();
    await keyboard.press('Home');
    await keyboard.press('m');
    await page.getByLabel('Met (UTC)').fill('2026-05-16 09:05');
    await keyboard.press('Enter');
    await expect
      .poll(async () => (await cells(page, 'Deadlines', 0)).includes('met 45 min late'))
      .toBe(true);

    // Decided and told; what is told for a deadline meets it, in one act.
    await tab(page, 'Log');
    await press(page, /^New decision/);
    await page.getByRole('textbox', { name: 'Decision' }).fill('Take WS07 off the network');
    await page.getByRole('combobox', { name: 'Decided by' }).fill('Sara');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByRole('textbox', { name: /^Why/ }).fill('Memory may still be read');
    await press(page, 'Save');
    await expect.poll(() => cells(page, 'Log', 2)).toEqual(['Take WS07 off the network']);
    expect(await cells(page, 'Log', 3)).toEqual(['decided by Sara Holm']);
    await grid(page, 'Log').focus();
    await keyboard.press('c');
    await page.getByRole('textbox', { name: 'What was told or heard' }).fill('Notified the CSIRT');
    await page.getByRole('textbox', { name: /^When/ }).fill('2026-05-15 13:00');
    await page.getByRole('combobox', { name: 'Meets the deadline' }).fill('NIS2: incident');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await press(page, 'Save');
    await expect
      .poll(() => cells(page, 'Log', 2))
      .toEqual(['Notified the CSIRT', 'Take WS07 off the network']);
    await tab(page, 'Clocks');
    const due = async (title: string): Promise<string | undefined> =>
      (await cells(page, 'Deadlines', 2))[
        (await cells(page, 'Deadlines', 1)).findIndex((one) => one === title)
      ];
    await expect
      .poll(() => due('NIS2: final report'))
      .toMatch(/^end of Monday 2026-06-15 \(\S+\)$/);
    await keyboard.press('Control+z');
    await expect.poll(() => due('NIS2: final report')).toContain('is met.');
    await keyboard.press('Control+Shift+z');
    await expect.poll(() => due('NIS2: final report')).toContain('2026-06-15');

    // A name is changed once and everywhere.
    await tab(page, 'People');
    await grid(page, 'People').focus();
    await keyboard.press('e');
    await page.getByRole('textbox', { name: 'Name' }).fill('Sara Holm-Berg');
    await keyboard.press('Enter');
    await tab(page, 'Log');
    await expect
      .poll(async () => (await cells(page, 'Log', 3))[1])
      .toBe('decided by Sara Holm-Berg');
    await app.screenshot('incident-log');

    // Handed over.
    await tab(page, 'Hand-over');
    const brief = page.getByRole('article', { name: 'Hand-over' });
    await expect.poll(() => brief.textContent()).toContain('Severity: Not rated → High');
    await expect.poll(() => brief.textContent()).toContain('decided by Sara Holm-Berg');
    await expect.poll(() => brief.textContent()).toContain('NIS2: final report: overdue by');
    await press(page, 'Copy as Markdown');
    await page.getByText('Copied the hand-over as Markdown.').waitFor();
    const copied = await app.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toMatch(/^# Hand-over: INC-2207 · HARBOUR-2026-014\n/);
    expect(copied).toContain('Take WS07 off the network (decided by Sara Holm-Berg)');
    const path = join(scratch, 'hand-over.pdf');
    await saveTo(app, path);
    await press(page, 'Print…');
    await page.getByText(`Printed to ${path}`).waitFor();
    const pdf = await readPdf(path);
    expect(pdf.pages.join(' ')).toContain('Take WS07 off the network');
    expect(pdf.pages[0]).toContain('TLP:AMBER');
    await page.getByRole('radio', { name: 'A time' }).focus();
    await keyboard.press('Space');
    await page.getByLabel('Since (UTC)').fill('2126-01-01');
    await page.getByText('This time is yet to come.').waitFor();
    await page.getByLabel('Since (UTC)').fill('2026-05-01 06:00');
    await expect.poll(() => brief.textContent()).toContain('From 2026-05-01 06:00 UTC');
    await saved(page);
    await page.waitForTimeout(500);
    const told = await brief.textContent();
    await app.kill9();

    page = await openIncident();
    await page.getByRole('tab', { name: 'Hand-over', selected: true }).waitFor();
    const after = page.getByRole('article', { name: 'Hand-over' });
    const undated = (text: string | null): string => (text ?? '').replaceAll(/\d+ (d|h|min)/g, '');
    await expect
      .poll(async () => undated(await after.textContent()).slice(90))
      .toBe(undated(told).slice(90));
  }, 180_000);

  it('shows hostile text as text and nothing that axe objects to, in both themes', async () => {
    const line = HOSTILE.replaceAll(/[\p{Cc}\u2028\u2029\p{Cs}]/gu, '?')
      .slice(0, 480)
      .trim();
    await actIn(made, hostileRecords(line));
    const page = await openIncident();
    const found: Record<string, readonly string[]> = {};
    for (const theme of ['light', 'dark']) {
      for (const name of TABS) {
        await tab(page, name);
        const list = page.getByRole('grid');
        if ((await list.count()) > 0) {
          await list.first().focus();
          await page.keyboard.press('Enter');
          await page.getByRole('complementary').waitFor();
        }
        found[`${name} ${theme}`] = await axeFindings(page);
        await app.screenshot(`incident-hostile-${name.toLowerCase()}-${theme}`);
      }
      await command(page, 'Switch light and dark');
    }
    await tab(page, 'Clocks');
    for (const [button, dialog] of [
      ['Add from rules…', 'Deadlines from rules'],
      ['How periods are counted', 'How periods are counted'],
      ['Waive…', 'Waive the deadline'],
    ] as const) {
      await press(page, button);
      await page.getByRole('dialog', { name: dialog }).waitFor();
      found[dialog] = await axeFindings(page);
      await page.keyboard.press('Escape');
    }
    expect(await page.locator('[onerror], [onload], [src=x], a[href^=javascript]').count()).toBe(0);
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([]);
  }, 180_000);
});

function hostileRecords(line: string): readonly OpBody[] {
  const at = 1_778_660_400_000_000_000n as Instant;
  const id = (name: string): RecordId => name as RecordId;
  const records: readonly CaseRecord[] = [
    {
      id: id('p1'),
      type: 'person',
      name: line,
      role: 'other',
      organisation: line,
      phone: line.slice(0, 200),
      notes: HOSTILE,
    },
    {
      id: id('l1'),
      type: 'deadline',
      title: line,
      regime: 'custom',
      from: 'own',
      start: at,
      count: 4,
      unit: 'business-days',
      zone: 'Europe/Stockholm',
      authority: line,
    },
    { id: id('d1'), type: 'decision', title: line, at, by: [id('p1')], why: HOSTILE },
    {
      id: id('c1'),
      type: 'communication',
      title: line,
      at,
      direction: 'received',
      channel: 'other',
      people: [id('p1')],
      others: line,
      text: HOSTILE,
    },
  ];
  return [
    ...records.map((record): OpBody => ({ kind: 'record.add', record })),
    {
      kind: 'record.edit',
      type: 'incident',
      record: id('incident'),
      change: {
        severity: 'critical',
        summary: HOSTILE,
        scope: HOSTILE,
        identifier: line.slice(0, 190),
      },
    },
  ];
}
