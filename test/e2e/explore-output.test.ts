import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ExplorePage } from './explore-page.ts';
import { explorePage } from './explore-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { saveTo } from './report-screen.ts';
import { writeSmallEvidence } from './small-evidence.ts';

/** How the list is arranged, kept, marked and written out. One start of the app, in a zone that is nine hours ahead. */

let fireline: Fireline;
let explore: ExplorePage;
let scratch: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-output-'));
  fireline = await launchFireline({ env: { TZ: 'Asia/Tokyo' } });
  fireline.page.setDefaultTimeout(10_000);
  explore = explorePage(fireline);
  await explore.addEvidence(writeSmallEvidence(join(scratch, 'evidence')).files, 'Harbour');
  await explore.waitForMatches(610);
});
afterAll(async () => {
  await fireline.close();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(() => explore.reset());

const matches = (): Promise<number> => explore.matches();
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await fireline.page.keyboard.press(key);
};
const fromViewMenu = async (entry: string | RegExp): Promise<void> => {
  await fireline.page.getByRole('button', { name: 'View', exact: true }).click();
  await fireline.page.getByRole('menuitem', { name: entry }).click();
};
const command = async (name: string): Promise<void> => {
  await press('Control+k');
  await fireline.page.getByPlaceholder('Search events, or type a command').fill(`>${name}`);
  await press('Enter');
  await fireline.page.getByRole('dialog').waitFor({ state: 'detached' });
};
const titles = (): Promise<string[]> => explore.grid.getByRole('columnheader').allTextContents();
const cell = async (row: number, title: string): Promise<string> => {
  const at = (await titles()).indexOf(title);
  return (await explore.row(row).getByRole('gridcell').nth(at).textContent()) ?? '';
};
const clipboard = (): Promise<string> =>
  fireline.app.evaluate(({ clipboard: board }) => board.readText());

describe('the columns', () => {
  it('are chosen, ordered and sized in a dialog, and set back', async () => {
    const { page } = fireline;
    const first = await titles();
    await fromViewMenu('Choose columns…');
    const dialog = page.getByRole('dialog', { name: 'Columns' });
    await dialog.getByText('Tags', { exact: true }).click();
    await dialog.getByText('Code', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Earlier: Code' }).click();
    await dialog.getByRole('button', { name: 'Wider: Code' }).click();
    await dialog.getByText('84 px').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const chosen = first.filter((title) => title !== 'Tags');
    expect(await titles()).toEqual(chosen.toSpliced(chosen.indexOf('Message'), 0, 'Code'));
    await fromViewMenu('Choose columns…');
    await dialog.getByRole('button', { name: 'As at first' }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    expect(await titles()).toEqual(first);
  });
});

describe('the list', () => {
  it('is compact or comfortable, and tells times in UTC or in the zone of the machine', async () => {
    const height = async (): Promise<number | undefined> =>
      (await explore.row(0).boundingBox())?.height;
    expect(await height()).toBe(24);
    await command('Switch compact and comfortable rows');
    await expect.poll(height).toBe(32);
    await command('Switch compact and comfortable rows');
    await expect.poll(height).toBe(24);
    await explore.query('code:4625');
    await expect.poll(matches).toBe(30);
    await explore.focusFirst();
    expect(await explore.cursorTime()).toBe('2026-05-12 09:00:00.000');
    await press('u');
    await expect.poll(() => explore.cursorTime()).toBe('2026-05-12 18:00:00.000');
    await fireline.page.getByRole('contentinfo').getByText('UTC+9').waitFor();
    await press('u');
    await expect.poll(() => explore.cursorTime()).toBe('2026-05-12 09:00:00.000');
  });
});

describe('a view', () => {
  it('is saved with its columns, opened again, removed, and brought back', async () => {
    const { page } = fireline;
    await explore.query('code:4625');
    await expect.poll(matches).toBe(30);
    await fromViewMenu('Choose columns…');
    await page.getByRole('dialog').getByText('Outcome', { exact: true }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await fromViewMenu('Save this view…');
    await page.getByRole('dialog').getByLabel('Name').fill('Failed logons');
    await press('Enter');
    const views = page.getByRole('region', { name: 'Saved views' });
    await views.getByText('Failed logons').waitFor();
    await fromViewMenu('Choose columns…');
    await page.getByRole('button', { name: 'As at first' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await explore.reset();
    await expect.poll(matches).toBe(610);
    expect(await titles()).not.toContain('Outcome');
    await views.getByText('Failed logons').click();
    await expect.poll(matches).toBe(30);
    expect(await titles()).toContain('Outcome');
    await views
      .getByRole('button', { name: 'Remove the view Failed logons' })
      .click({ force: true });
    await views.waitFor({ state: 'detached' });
    await explore.grid.focus();
    await press('Control+z');
    await views.getByText('Failed logons').waitFor();
  });
});

describe('an export', () => {
  it('as CSV holds the columns of the list, row by row; as JSON lines every field', async () => {
    const { page } = fireline;
    await explore.query('code:4625 or shell.php');
    await expect.poll(matches).toBe(38);
    const shown: string[][] = [];
    await explore.focusFirst();
    for (let row = 0; row < 38; row += 1) {
      await explore.row(row).waitFor();
      shown.push([
        (await cell(row, 'Host')) || '',
        await cell(row, 'User'),
        await cell(row, 'Message'),
      ]);
      await press('j');
    }
    const csv = join(scratch, 'events.csv');
    await saveTo(fireline, csv);
    await fromViewMenu(/^CSV/);
    await page.getByText('Exported 38 events.').last().waitFor();
    const records: Record<string, string>[] = parse(readFileSync(csv), { columns: true });
    expect(records.map(({ host = '', user = '', message = '' }) => [host, user, message])).toEqual(
      shown,
    );
    expect(records.map(({ category }) => category)).toEqual(
      shown.map(([host]) => (host === '' ? 'web' : 'authentication')),
    );
    expect(records[0]?.['time']).toBe('2026-05-12T09:00:00.0000000Z');

    const jsonl = join(scratch, 'events.jsonl');
    await saveTo(fireline, jsonl);
    await fromViewMenu(/^JSON lines/);
    // A file has its name only when it is whole.
    await expect.poll(() => existsSync(jsonl)).toBe(true);
    const lines = readFileSync(jsonl, 'utf8').trimEnd().split('\n');
    const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.map(({ message }) => message)).toEqual(shown.map(([, , message]) => message));
    expect(events[0]).toMatchObject({
      code: '4625',
      file: 'dc1-Security.evtx',
      fields: { TargetUserName: 'administrator', LogonType: 3 },
    });

    await explore.focusFirst();
    await press('c');
    await expect.poll(clipboard).toBe(events[0]?.['id']);
    await page.getByText('Put by for the report').waitFor();
  });
});

describe('an event', () => {
  it('is marked as reviewed, alone and with others, and that is taken back', async () => {
    const { page } = fireline;
    await explore.query('code:4625');
    await expect.poll(matches).toBe(30);
    await explore.focusFirst();
    await press('m');
    await page.getByText(/^Marked 1 event/).waitFor();
    await explore.query('reviewed:yes');
    await expect.poll(matches).toBe(1);
    await explore.query('code:4625 reviewed:no');
    await expect.poll(matches).toBe(29);
    await explore.grid.focus();
    await press('Control+a', 'm');
    await expect.poll(matches).toBe(0);
    await press('Control+z');
    await expect.poll(matches).toBe(29);
    await press('Escape');
  });
});

describe('the histogram by pointer', () => {
  it('takes a bar by a click, a range by a drag, moves its handle, and lets go of it', async () => {
    const { page } = fireline;
    const area = page.locator('.fl-brush');
    const box = await area.boundingBox();
    if (box === null) throw new Error('the histogram is not on screen');
    const at = (share: number): { readonly x: number; readonly y: number } => ({
      x: box.x + box.width * share,
      y: box.y + box.height - 4,
    });
    const move = (share: number): Promise<void> =>
      page.mouse.move(at(share).x, at(share).y, { steps: 4 });
    await move(0.1);
    const tip = (await page.locator('.fl-tip').textContent()) ?? '';
    const count = Number(/(\d+) events?/.exec(tip)?.[1]);
    expect(count).toBeGreaterThan(0);
    await page.mouse.click(at(0.1).x, at(0.1).y);
    await expect.poll(matches).toBe(count);

    await move(0.2);
    await page.mouse.down();
    await move(0.5);
    await page.mouse.up();
    const dragged = await explore.settled((now) => now !== count);
    expect(dragged).toBeLessThan(610);
    const crumbs = page.getByRole('navigation', { name: 'Time range' });
    const [, from, to] =
      /(2026-05-12 \d\d:\d\d(?::\d\d)?) – (\d\d:\d\d(?::\d\d)?)/.exec(
        (await crumbs.textContent()) ?? '',
      ) ?? [];
    const handle = page.getByRole('slider', { name: 'End of the range' });
    const grip = await handle.boundingBox();
    if (grip === null) throw new Error('the range has no handle');
    await page.mouse.move(grip.x + grip.width / 2, grip.y + 10);
    await page.mouse.down();
    await move(0.9);
    await page.mouse.up();
    await explore.settled((now) => now > dragged);
    await page.getByRole('button', { name: 'Clear the range' }).click();
    await expect.poll(matches).toBe(610);
    // The same range, asked for in words.
    await explore.query(
      `time:>="${String(from)}" time:<"${String(from).slice(0, 11)}${String(to)}"`,
    );
    await expect.poll(matches).toBe(dragged);
  });
});

describe('the details', () => {
  it('stay when they are pinned, and are as wide as they were made', async () => {
    const { page } = fireline;
    const details = page.getByRole('complementary', { name: 'Event' });
    await explore.focusFirst();
    await press('Enter');
    await details.waitFor();
    await details.getByRole('button', { name: 'Keep open' }).click();
    await explore.grid.focus();
    await press('Escape', 'Escape');
    expect(await details.isVisible()).toBe(true);
    const edge = page.getByRole('separator', { name: 'Size of the details' });
    await edge.focus();
    await press('ArrowLeft', 'ArrowLeft');
    const width = (await details.boundingBox())?.width;
    await explore.grid.focus();
    await press('Shift+Enter', 'Escape');
    await details.waitFor({ state: 'detached' });
    await press('Enter');
    await expect.poll(async () => (await details.boundingBox())?.width).toBeCloseTo(width ?? 0, 0);
  });
});
