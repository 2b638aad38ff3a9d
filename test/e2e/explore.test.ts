import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ExplorePage } from './explore-page.ts';
import { explorePage } from './explore-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import type { SmallEvidence } from './small-evidence.ts';
import { writeSmallEvidence } from './small-evidence.ts';

let fireline: Fireline;
let explore: ExplorePage;
let evidence: SmallEvidence;
let scratch: string;
const wrong: string[] = [];
/** Milliseconds from the answer to what is asked about dropped files until the first event is on screen. */
let firstEvent = 0;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-explore-'));
  evidence = writeSmallEvidence(join(scratch, 'evidence'));
  fireline = await launchFireline();
  fireline.page.setDefaultTimeout(10_000);
  fireline.page.on('pageerror', (error) => wrong.push(String(error)));
  explore = explorePage(fireline);
  await explore.addEvidence(evidence.files, 'Harbour');
  const since = Date.now();
  await explore.row(0).getByText('2026-05-12').waitFor();
  firstEvent = Date.now() - since;
  await explore.waitForMatches(610);
});
afterAll(async () => {
  await fireline.close();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(() => explore.reset());

/** How many match, once that is answered. */
const matches = (): Promise<number> => explore.matches();

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await fireline.page.keyboard.press(key);
};

describe('the events of a drop', () => {
  it('are on screen soon, all of them, in order of time', async () => {
    // The bench measures this on a quiet machine; tests share theirs.
    expect(firstEvent).toBeLessThan(5_000);
    const { evtx, syslog, accessLog } = evidence.counts;
    expect(await explore.matches()).toBe(evtx + syslog + accessLog);
    await explore.focusFirst();
    const times = await explore.grid.locator('.fl-time').allTextContents();
    expect(times.length).toBeGreaterThan(10);
    expect(times.map((time) => time.slice(0, 19))).toEqual(
      times.map((time) => time.slice(0, 19)).toSorted(),
    );
    expect(wrong).toEqual([]);
  });

  it('are told to a screen reader as a grid of that many rows', async () => {
    expect(await explore.grid.getAttribute('aria-rowcount')).toBe('611');
    expect(await explore.grid.getAttribute('aria-multiselectable')).toBe('true');
    await explore.focusFirst();
    const current = async (): Promise<string | null> => {
      const id = (await explore.grid.getAttribute('aria-activedescendant')) ?? '';
      const cell = fireline.page.locator(`[id="${id}"]`);
      expect(await cell.getAttribute('role')).toBe('gridcell');
      return cell.locator('xpath=..').getAttribute('aria-rowindex');
    };
    expect(await current()).toBe('2');
    await press('j', 'j', 'k');
    expect(await current()).toBe('3');
    await press('End');
    expect(await current()).toBe('611');
    await press('Home');
    expect(await current()).toBe('2');
  });
});

describe('a query', () => {
  it.each([
    ['user:"HARBOUR\\\\alice"', 90],
    ['user:*alice', 90],
    ['code:4625', 30],
    ['code:4624 or code:4625', 120],
    ['code:[4625 to 4700]', 30],
    ['host:web1 and not outcome:success', 60],
    ['"invalid user"', 60],
    ['shell.php', 8],
    ['/berth\\/3[0-9]/', 98],
    ['not class:web', 210],
  ])('%s finds %d', async (text, count) => {
    await explore.query(text);
    await expect.poll(matches).toBe(count);
  });

  it('with a mistake is underlined and explained, and leaves the list alone', async () => {
    await explore.query('user:(alice or');
    const problem = fireline.page.locator('#fl-query-problem');
    await expect.poll(() => problem.textContent()).toMatch(/\w.*\./);
    expect(await fireline.page.locator('.fl-q-error').count()).toBeGreaterThan(0);
    expect(await explore.matches()).toBe(610);
  });

  it('is completed: fields first, then values of the field with their counts', async () => {
    const { page } = fireline;
    const options = page.locator('.cm-tooltip-autocomplete li');
    await explore.bar.click();
    await page.keyboard.type('us');
    await expect.poll(() => options.first().textContent()).toContain('user:');
    // Keys that come within 75 ms of the list are not meant for it.
    await page.waitForTimeout(150);
    await press('ArrowDown');
    await expect.poll(() => options.first().getAttribute('aria-selected')).toBe('true');
    await press('Enter');
    await expect.poll(() => explore.bar.textContent()).toBe('user:');
    await page.keyboard.type('ad');
    await expect
      .poll(() => options.allTextContents())
      .toEqual(expect.arrayContaining([expect.stringMatching(/^admin.*60/)]));
    await press('Escape');
  });

  it('that matches nothing says which condition to leave out, and what that would give', async () => {
    await explore.query('host:web1 code:4625');
    await expect.poll(matches).toBe(0);
    await fireline.screenshot('explore-no-match');
    await fireline.page.getByRole('button', { name: 'Without code:4625: 90' }).click();
    await expect.poll(matches).toBe(90);
  });

  it('is gone back from and forward to', async () => {
    await explore.query('code:4625');
    await expect.poll(matches).toBe(30);
    await explore.query('code:4624');
    await expect.poll(matches).toBe(90);
    await press('Alt+ArrowLeft');
    await expect.poll(matches).toBe(30);
    await press('Alt+ArrowRight');
    await expect.poll(matches).toBe(90);
  });
});

describe('a row', () => {
  it('takes the cursor by a click, is selected with Ctrl, and opens by a double click', async () => {
    await explore.row(3).locator('.fl-message').click();
    await expect
      .poll(() => explore.grid.locator('.fl-grid-row-cursor').getAttribute('aria-rowindex'))
      .toBe('5');
    await explore
      .row(5)
      .locator('.fl-message')
      .click({ modifiers: ['Control'] });
    await expect.poll(() => explore.row(5).getAttribute('aria-selected')).toBe('true');
    await explore.row(6).locator('.fl-message').dblclick();
    await fireline.page.getByRole('complementary', { name: 'Event' }).waitFor();
  });
});

describe('a cell', () => {
  it('filters to its value with + and away from it with -', async () => {
    await explore.query('code:4625');
    await expect.poll(matches).toBe(30);
    await explore.focusFirst();
    await explore.toColumn('User');
    await press('-');
    await expect.poll(matches).toBe(0);
    await press('Alt+ArrowLeft');
    await expect.poll(matches).toBe(30);
    await explore.grid.focus();
    await explore.query('host:dc1.harbour.example');
    await expect.poll(matches).toBe(120);
    await explore.focusFirst();
    await explore.toColumn('User');
    await press('+');
    await expect.poll(matches).toBe(30);
  });

  it('keeps the cursor on its event when the filter changes', async () => {
    await explore.query('code:4625');
    await expect.poll(matches).toBe(30);
    await explore.focusFirst();
    await press('j', 'j', 'j', 'j');
    const before = await explore.cursorTime();
    await explore.toColumn('Class');
    await explore.query('class:authentication');
    await expect.poll(matches).toBe(210);
    expect(await explore.cursorTime()).toBe(before);
  });
});

describe('a facet', () => {
  it('counts under the filter and filters by a click', async () => {
    await explore.query('class:authentication');
    await expect.poll(matches).toBe(210);
    const side = fireline.page.getByRole('complementary', { name: 'Saved views and facets' });
    const host = side.getByRole('region', { name: 'Host' });
    await expect
      .poll(() => host.locator('.fl-facet-pick').allTextContents())
      .toEqual([
        expect.stringMatching(/^dc1\.harbour\.example120/),
        expect.stringMatching(/^web190/),
      ]);
    await host.getByRole('button', { name: /^web1\s*90\s*events/ }).click();
    await expect.poll(matches).toBe(90);
    await host.getByRole('button', { name: 'Not web1' }).click({ force: true });
    await expect.poll(matches).toBe(0);
  });
});

describe('the histogram', () => {
  it('takes a range by keys, zooms into it, and comes back crumb by crumb', async () => {
    const { page } = fireline;
    const histogram = page.getByRole('group', { name: /Arrows set a range/ });
    await histogram.focus();
    await press('ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
    const picked = await explore.settled((count) => count < 610);
    expect(picked).toBeGreaterThan(0);
    await press('Enter');
    const crumbs = page.getByRole('navigation', { name: 'Time range' });
    await expect.poll(() => crumbs.getByRole('listitem').count()).toBe(2);
    await expect.poll(matches).toBe(picked);
    await press('Backspace');
    await expect.poll(matches).toBe(610);
  });
});

describe('the details', () => {
  const details = () => fireline.page.getByRole('complementary', { name: 'Event' });
  const tab = (name: string): Promise<void> =>
    fireline.page.getByRole('tab', { name, exact: true }).click();

  it('show the record as it stands in the file, and its bytes', async () => {
    await explore.query('host:web1');
    await expect.poll(matches).toBe(90);
    await explore.focusFirst();
    await press('j', 'Enter');
    const file = readFileSync(evidence.syslog);
    const line = file.toString('utf8').split('\n')[1] ?? '';
    const offset = file.indexOf(line);
    await tab('Raw');
    await expect.poll(() => details().locator('.fl-raw-text').textContent()).toBe(line);
    await tab('Hex');
    await details().locator('.fl-hex mark').first().waitFor();
    const marked = await details().locator('.fl-hex-bytes mark').allTextContents();
    const bytes = Buffer.from(marked.join('').replaceAll(' ', ''), 'hex');
    expect(bytes).toEqual(file.subarray(offset, offset + line.length));
  });

  it('show every field of a binary record under its own name', async () => {
    await explore.query('code:4625');
    await expect.poll(matches).toBe(30);
    await explore.focusFirst();
    await press('Enter');
    await tab('Fields');
    await expect.poll(() => details().textContent()).toContain('TargetUserName');
    await tab('Raw');
    await expect.poll(() => details().textContent()).toContain('"LogonType": 3');
    await tab('Hex');
    await details().locator('.fl-hex mark').first().waitFor();
    const marked = await details().locator('.fl-hex-bytes mark').allTextContents();
    const bytes = Buffer.from(marked.join('').replaceAll(' ', ''), 'hex');
    const file = readFileSync(evidence.evtx);
    // A record begins with two asterisks and its own length.
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('**\0\0');
    expect(bytes.length).toBe(bytes.readUInt32LE(4));
    expect(file.indexOf(bytes)).toBeGreaterThan(0);
    await tab('Event');
  });

  it('stay on the event when the cursor moves on, and close with Escape to the list', async () => {
    await explore.focusFirst();
    await press('Enter');
    await details().waitFor();
    await press('j');
    await expect.poll(() => details().textContent()).toContain('Accepted publickey');
    await press('Escape');
    await details().waitFor({ state: 'detached' });
    const focused = await fireline.page.evaluate(() =>
      document.activeElement?.getAttribute('role'),
    );
    expect(focused).toBe('grid');
  });
});

describe('everything around an event', () => {
  it('is shown whatever the query was, with the cursor on the event', async () => {
    await explore.query('shell.php');
    await expect.poll(matches).toBe(8);
    await explore.focusFirst();
    const before = await explore.cursorTime();
    await press('p');
    await fireline.page.getByRole('button', { name: '± 1 min' }).click();
    await expect.poll(() => explore.matches()).toBeGreaterThan(8);
    expect(await explore.cursorTime()).toBe(before);
    await press('Alt+ArrowLeft');
    await expect.poll(matches).toBe(8);
  });
});
