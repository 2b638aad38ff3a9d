import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeSampleEvidence } from '#main/sample/write-sample.ts';
import { axeFindings } from './axe.ts';
import { command, goTo, saved } from './board-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { openOnlyCase } from './only-case.ts';
import { layoutOf } from './pdf-layout.ts';
import { readPdf } from './pdf-pages.ts';
import { fireline } from './report-case.ts';
import { saveTo } from './report-screen.ts';

let scratch: string;
let folder: string;
let app: Fireline;
let page: Page;

/** The evidence of the sample incident, of which nobody has said anything yet. */
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-entities-'));
  const [home, userData] = [join(scratch, 'home'), join(scratch, 'user-data')];
  folder = join(home, 'lindholm.fireline');
  const evidence = await writeSampleEvidence(join(scratch, 'evidence'));
  fireline(['new', folder, '--title', 'LINDHOLM', '--analyst', 'Karin Nyberg'], userData, home);
  fireline(['ingest', folder, ...evidence, '--zone', 'UTC'], userData, home);
  app = await launchFireline({ home, userData });
  page = app.page;
}, 120_000);
afterAll(async () => {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
});

const list = (): Locator => page.getByRole('grid', { name: 'Entities' });
const rows = (): Locator => list().locator('.fl-grid-row');
const cell = (row: Locator, column: number): Locator => row.locator(`[data-column="${column}"]`);
const dialog = (name: RegExp): Locator => page.getByRole('dialog', { name });
const drawer = (name: string): Locator =>
  page.getByRole('complementary', { name: `Entity ${name}` });
const total = (): Locator => page.getByRole('status').filter({ hasText: /entit/ });

/** Shows entities that contain some words, by keyboard, and opens the first. */
async function find(words: string): Promise<void> {
  await page.getByRole('tab', { name: 'List' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Filter entities' }).fill(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
}

const choose = async (name: string): Promise<void> => {
  await page.getByRole('radio', { name, exact: true }).focus();
  await page.keyboard.press('Space');
};

/** Waits until a sheet is on disk, and for the message that says so. */
async function written(pdf: string): Promise<void> {
  await expect.poll(() => existsSync(pdf), { timeout: 20_000 }).toBe(true);
  await page.getByText('Printed.').first().waitFor();
}

/** Waits until an act is written down, and takes it back. */
async function undo(): Promise<void> {
  await saved(page);
  await page.keyboard.press('Control+z');
}

it('lists who the events name, as many as there are', async () => {
  await openOnlyCase(app);
  await goTo(page, 'g n', 'Entities');
  await rows().first().waitFor();
  await expect.poll(() => total().textContent()).toMatch(/^1,\d{3} entities$/);
  await find('WS07');
  await drawer('WS07.lindholm.example').waitFor();
  const row = rows().first();
  await expect.poll(() => cell(row, 1).textContent()).toBe('Host');
  expect(await cell(row, 3).textContent()).toBe('2,752');
  expect(await cell(row, 6).textContent()).toBe('2026-05-11 00:19:13');
  await drawer('WS07.lindholm.example').getByText('2,752 events').waitFor();
  await find('cdn-telemetry');
  await expect.poll(() => cell(rows().first(), 1).textContent()).toBe('Domain');
});

it('clears a host only with a reason, beside what cannot be seen of it', async () => {
  await find('WS03');
  await drawer('WS03.lindholm.example').waitFor();
  await page.keyboard.press('e');
  await dialog(/^Judge/).waitFor();
  await choose('Cleared');
  const coverage = dialog(/^Judge/).getByRole('list', { name: /cannot show/ });
  await coverage.getByText(/^No scheduled-task events of this host/).waitFor();
  await dialog(/^Judge/)
    .getByRole('button', { name: 'Save' })
    .press('Enter');
  await page.getByText('Say why: a verdict without a reason is worth nothing.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog(/^Judge/)
    .getByRole('textbox', { name: 'Why' })
    .fill('Refused every logon');
  await page.keyboard.press('Enter');
  await dialog(/^Judge/).waitFor({ state: 'hidden' });
  const shown = drawer('WS03.lindholm.example');
  await shown.getByText('Cleared', { exact: true }).waitFor();
  await shown
    .getByText(/No scheduled-task events of this host/)
    .first()
    .waitFor();
  await shown.getByText(/^Set .*: Refused every logon/).waitFor();
  await undo();
  await shown.getByText('Unknown', { exact: true }).waitFor();
  expect(await cell(rows().first(), 0).textContent()).toBe('');
});

it('merges names that are proposed, splits them, and takes both back', async () => {
  await find('a.berg');
  await page.keyboard.press('Escape');
  const names = async (): Promise<readonly string[]> =>
    (await list().locator('[data-column="2"]').allTextContents()).filter((one) =>
      /^(?:LINDHOLM\\)?a\.berg(?:@LINDHOLM\.EXAMPLE)?$/.test(one),
    );
  await expect.poll(names).toHaveLength(3);
  await find('LINDHOLM\\a.berg');
  const shown = drawer('LINDHOLM\\a.berg');
  await shown.getByRole('button', { name: /^Merge a\.berg@LINDHOLM\.EXAMPLE/ }).press('Enter');
  await dialog(/^Merge/)
    .getByRole('button', { name: 'Merge' })
    .press('Enter');
  await page.getByText('Say how it is known that they are one.').waitFor();
  await dialog(/^Merge/)
    .getByRole('textbox', { name: 'How that is known' })
    .fill('One SID');
  await page.keyboard.press('Enter');
  await shown.getByText('Also called').waitFor();
  await expect.poll(() => shown.getByText('3,115 events').count()).toBe(1);
  expect(await cell(rows().first(), 3).textContent()).toBe('3,115');
  await shown.getByRole('button', { name: 'Split a.berg@LINDHOLM.EXAMPLE off' }).press('Enter');
  await dialog(/^Split/)
    .getByRole('textbox')
    .fill('Not one after all');
  await page.keyboard.press('Enter');
  await shown.getByText('2,847 events').waitFor();
  await undo();
  await shown.getByText('3,115 events').waitFor();
  await undo();
  await shown.getByText('2,847 events').waitFor();
});

it('names an entity by hand; a name that is given shows everywhere', async () => {
  await find('203.0.113.66');
  await drawer('203.0.113.66').waitFor();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Name for it' }).fill('Scanner');
  await choose('Compromised');
  await dialog(/^Judge/)
    .getByRole('textbox', { name: 'Why' })
    .fill('Guessed a password on web1');
  await page.keyboard.press('Enter');
  await drawer('Scanner').waitFor();
  await page.getByRole('tab', { name: 'Logons between hosts' }).press('Enter');
  const logons = page.getByRole('grid', { name: 'Logons between hosts' });
  await logons.waitFor();
  await choose('The intruder’s');
  const hosts = (): Promise<readonly string[]> =>
    logons.locator('.fl-grid-row [data-column="3"]').allTextContents();
  // What the gateway refused is no logon.
  await expect.poll(hosts).toEqual(['web1', 'vpn1']);
  await logons.getByText('Scanner').first().waitFor();
});

it('prints the logons as a list and the movement after it, on either paper', async () => {
  await choose('All');
  for (const [paper, width, height] of [
    ['A4', 842, 595],
    ['Letter', 792, 612],
  ] as const) {
    const pdf = join(scratch, `logons-${paper}.pdf`);
    await saveTo(app, pdf);
    await page.getByRole('button', { name: 'Print…' }).press('Enter');
    await page.getByRole('menuitem', { name: `On ${paper}…` }).press('Enter');
    await written(pdf);
    const sheets = await layoutOf(pdf);
    const texts = sheets.map(({ runs }) => runs.map(({ text }) => text).join(' '));
    expect([Math.round(sheets[0]?.width ?? 0), Math.round(sheets[0]?.height ?? 0)]).toEqual([
      width,
      height,
    ]);
    expect(texts[0]).toContain('From where, by whom, to which host');
    expect(texts.at(-1)).toContain('First logons along time (UTC)');
    const lanes =
      sheets.at(-1)?.runs.filter(({ text }) => /^(?:WS|FS|DC)\d|^vpn1/.test(text)) ?? [];
    expect(lanes.length).toBeGreaterThan(3);
    // Six points can still be read.
    expect(Math.min(...lanes.map(({ size }) => size))).toBeGreaterThan(6);
    for (const { left, right, base } of sheets.at(-1)?.runs ?? []) {
      expect([left > 0, right < width, base > 0]).toEqual([true, true, true]);
    }
  }
});

it('opens the events of an edge, as many as it counts; the drawing is walked by keys', async () => {
  await find('FS01');
  await drawer('FS01.lindholm.example').getByRole('button', { name: 'Graph' }).press('Enter');
  const edges = page.getByRole('grid', { name: 'Edges' });
  await edges.locator('.fl-grid-row').first().waitFor();
  const drawing = page.getByRole('group', { name: /^Graph of neighbours/ });
  const centre = drawing.getByRole('button', { name: /^Host FS01/ });
  await centre.focus();
  await page.keyboard.press('ArrowLeft');
  const focused = drawing.locator(':focus');
  expect(await focused.getAttribute('aria-label')).toMatch(/^(?:Account|IP address) /);
  await page.keyboard.press('ArrowRight');
  expect(await focused.getAttribute('aria-label')).toMatch(/^Host FS01/);
  expect(await axeFindings(page)).toEqual([]);
  await command(page, 'Switch light and dark');
  expect(await axeFindings(page)).toEqual([]);

  const pdf = join(scratch, 'graph.pdf');
  await saveTo(app, pdf);
  await page.getByRole('button', { name: 'Print…' }).press('Enter');
  await page.getByRole('menuitem', { name: 'On A4…' }).press('Enter');
  await written(pdf);
  const { pages, tagged } = await readPdf(pdf);
  expect(pages[0]).toContain('Who stands beside FS01.lindholm.example');
  expect(pages.join(' ')).toContain('LINDHOLM\\m.lund');
  expect(tagged).toBe(true);

  await edges.focus();
  await page.keyboard.press('Home');
  const events = await edges
    .locator('.fl-grid-row')
    .first()
    .locator('[data-column="3"]')
    .textContent();
  await page.keyboard.press('Enter');
  await page
    .getByRole('heading', { name: 'Explore' })
    .or(page.getByRole('grid', { name: 'Events' }))
    .first()
    .waitFor();
  await page
    .getByText(new RegExp(`^${events ?? ''} of `))
    .first()
    .waitFor();
  await goTo(page, 'g n', 'Entities');
});

it('rehearses a containment and keeps it with a planned action', async () => {
  await find('FS01');
  await drawer('FS01.lindholm.example').getByRole('button', { name: 'Rehearse' }).press('Enter');
  const told = page.getByRole('region', { name: 'Rehearsal' });
  await told.getByText('LINDHOLM\\m.lund').first().waitFor();
  await told.getByText('PSEXESVC').waitFor();
  await told
    .getByText(/^No [a-z -]+ events of this host/)
    .first()
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Keep with an action…' }).press('Enter');
  await dialog(/^Keep/).getByRole('textbox').press('Enter');
  await saved(page);
  await page.getByRole('button', { name: 'Keep with an action…' }).press('Enter');
  await page.getByText('The result that stands there now is replaced').waitFor();
  await page.keyboard.press('Escape');
});

it('keeps the register of what left, and what it cost', async () => {
  await page.getByRole('tab', { name: /^Transfers/ }).press('Enter');
  await page.getByRole('button', { name: /^New transfer/ }).press('Enter');
  await page.getByRole('textbox', { name: 'What data' }).fill('Contracts');
  await page.getByRole('textbox', { name: 'Size' }).fill('2.5 GB');
  await page.getByRole('checkbox', { name: 'At least so much' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'What data' }).press('Enter');
  await page.getByText('Left: at least 2.50 GB').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('tab', { name: /^Impact/ }).press('Enter');
  await page.getByRole('button', { name: /^New impact/ }).press('Enter');
  await page.getByRole('textbox', { name: 'What it did' }).fill('Overtime');
  await page.getByRole('textbox', { name: 'Cost' }).fill('62,900');
  await page.getByRole('combobox', { name: 'Currency' }).fill('SEK');
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: 'What it did' }).press('Enter');
  await page.getByText('Cost so far: SEK 62,900.00').waitFor();
  await command(page, 'Switch light and dark');
  expect(await axeFindings(page)).toEqual([]);
});
