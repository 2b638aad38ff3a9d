import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExplorePage } from './explore-page.ts';
import { explorePage } from './explore-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { writeSmallEvidence } from './small-evidence.ts';

let fireline: Fireline;
let explore: ExplorePage;
let scratch: string;

const begin = async (options: Parameters<typeof launchFireline>[0] = {}): Promise<void> => {
  fireline = await launchFireline(options);
  fireline.page.setDefaultTimeout(10_000);
  explore = explorePage(fireline);
};
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-marks-'));
  const { files } = writeSmallEvidence(join(scratch, 'evidence'));
  await begin();
  await explore.addEvidence(files, 'Harbour');
  await explore.waitForMatches(610);
});
afterAll(async () => {
  await fireline.close();
  rmSync(scratch, { recursive: true, force: true });
});

const matches = (): Promise<number> => explore.matches();
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await fireline.page.keyboard.press(key);
};
const dialog = () => fireline.page.getByRole('dialog');
const gone = (): Promise<void> => dialog().waitFor({ state: 'detached' });
const said = (text: string): Promise<void> =>
  fireline.page.getByText(text, { exact: true }).last().waitFor();

/** Tags what is selected, or the event under the cursor; returns what the question said. */
async function tag(name: string): Promise<string | null> {
  await press('t');
  const title = await dialog().getByRole('heading').textContent();
  await fireline.page.keyboard.type(name);
  await press('Enter');
  await gone();
  return title;
}
const tagsOfRow = (row: number): Promise<string[]> =>
  explore.row(row).locator('.fl-tag').allTextContents();

describe('a tag', () => {
  it('on one event is shown, taken back with Ctrl+Z, and brought back', async () => {
    await explore.query('code:4625');
    await expect.poll(matches).toBe(30);
    await explore.focusFirst();
    expect(await tag('suspicious')).toBe('Tag 1 event');
    await expect.poll(() => tagsOfRow(0)).toEqual(['suspicious']);
    await explore.grid.focus();
    await press('Control+z');
    await expect.poll(() => tagsOfRow(0)).toEqual([]);
    await press('Control+Shift+z');
    await expect.poll(() => tagsOfRow(0)).toEqual(['suspicious']);
  });

  it('on all that match says their true number first, and is on exactly those', async () => {
    await explore.query('class:web and not shell.php');
    await expect.poll(matches).toBe(392);
    await explore.grid.focus();
    await press('Control+a');
    // One is taken out by hand.
    await press('Home', 'x');
    expect(await tag('benign')).toBe('Tag 391 events');
    await said('Tagged 391 events benign');
    await explore.query('tag:benign');
    await expect.poll(matches).toBe(391);
    await explore.query('class:web and not tag:benign');
    await expect.poll(matches).toBe(9);
    await explore.grid.focus();
    await press('Control+z');
    await expect.poll(matches).toBe(400);
    await press('Control+Shift+z');
    await expect.poll(matches).toBe(9);
  });

  it('on a range picked with Shift is on those rows, and taken off again', async () => {
    await explore.query('code:4624');
    await expect.poll(matches).toBe(90);
    await explore.focusFirst();
    await press('Escape', 'Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await fireline.page.getByText('4 selected').first().waitFor();
    expect(await tag('follow-up')).toBe('Tag 4 events');
    await explore.query('tag:follow-up');
    await expect.poll(matches).toBe(4);
    await explore.grid.focus();
    await press('Escape', 'Control+a', 't');
    await dialog().getByRole('button', { name: 'Take a tag off instead' }).click();
    await dialog().getByRole('searchbox').focus();
    await fireline.page.keyboard.type('follow-up');
    await press('ArrowDown', 'Enter');
    await gone();
    await expect.poll(matches).toBe(0);
    await press('Control+z');
    await expect.poll(matches).toBe(4);
  });
});

describe('what an analyst makes of an event', () => {
  it('is noted, put on the board with a reason, and recorded as a finding', async () => {
    const { page } = fireline;
    await explore.query('shell.php');
    await expect.poll(matches).toBe(8);
    await explore.focusFirst();
    await press('Escape', 'n');
    await dialog().getByLabel('Note').fill('First request to the shell');
    await dialog().getByRole('button', { name: 'Record note' }).click();
    await gone();
    await explore.row(0).getByLabel('has notes').waitFor();

    await press('b');
    await dialog().getByLabel('Why does it matter?').fill('The intruder runs a command');
    await press('Enter');
    await gone();
    await explore.row(0).getByLabel('on the board').waitFor();

    await press('Control+a', 'f');
    await dialog().getByRole('heading', { name: 'New finding from 8 events' }).waitFor();
    await dialog()
      .getByRole('textbox', { name: /^Finding/ })
      .fill('A web shell was used');
    await dialog().getByRole('combobox', { name: 'ATT&CK technique' }).fill('T1505.003');
    await press('Enter');
    await dialog().getByRole('button', { name: 'Record finding' }).click();
    await gone();
    await explore.row(7).getByLabel('in a finding').waitFor();
    await page.getByRole('navigation', { name: 'Screens' }).getByText('Activity').click();
    const acts = page.locator('.fl-act-sentence');
    await expect
      .poll(async () => (await acts.allTextContents()).slice(0, 3).join('\n'))
      .toMatch(/web shell[^]*board[^]*[Nn]ote/);
    await explore.open();
  });
});

describe('when the program is killed right after an event was tagged', () => {
  it('the tag is there, and so is the place: query, cursor, details', async () => {
    const { home, userData } = fireline;
    await explore.query('code:4625');
    await expect.poll(matches).toBe(30);
    await explore.focusFirst();
    await press('Escape', 'Escape', 'j', 'j', 'Enter');
    await fireline.page.getByRole('complementary', { name: 'Event' }).waitFor();
    const time = await explore.cursorTime();
    await tag('kept');
    await said('Tagged 1 event kept');
    await fireline.kill9();
    await begin({ home, userData });
    await fireline.page.locator('.fl-case-title').getByText('Harbour').waitFor();
    await explore.open();
    await expect.poll(matches).toBe(30);
    expect(await explore.bar.textContent()).toBe('code:4625');
    await expect.poll(() => explore.cursorTime()).toBe(time);
    await expect.poll(() => tagsOfRow(2)).toEqual(['kept']);
    await fireline.page.getByRole('complementary', { name: 'Event' }).waitFor();
  });
});
