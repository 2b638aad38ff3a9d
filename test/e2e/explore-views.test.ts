import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import type { ExplorePage } from './explore-page.ts';
import { explorePage } from './explore-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { writeSmallEvidence } from './small-evidence.ts';

let fireline: Fireline;
let explore: ExplorePage;
let scratch: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-views-'));
  fireline = await launchFireline();
  fireline.page.setDefaultTimeout(10_000);
  explore = explorePage(fireline);
  await explore.addEvidence(writeSmallEvidence(join(scratch, 'evidence')).files, 'Harbour');
  await explore.waitForMatches(610);
});
afterAll(async () => {
  await fireline.close();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(async () => {
  await mode('List');
  await explore.reset();
});

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await fireline.page.keyboard.press(key);
};
const mode = async (name: string): Promise<void> => {
  await fireline.page.locator('.fl-segment', { hasText: name }).click();
};
/** How many events match, as the line beside the query says. */
const matching = async (): Promise<number> =>
  Number.parseInt((await fireline.page.locator('.fl-match-line strong').textContent()) ?? '', 10);
const bar = (): Promise<string | null> => fireline.page.locator('.cm-content').textContent();
const focusedName = (): Promise<string | null | undefined> =>
  fireline.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
const clipboard = (): Promise<string> =>
  fireline.app.evaluate(({ clipboard: board }) => board.readText());

async function inBothThemes(name: string): Promise<void> {
  const { page } = fireline;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect
      .poll(() =>
        page.evaluate(() => getComputedStyle(document.documentElement).colorScheme.split(' ')[0]),
      )
      .toBe(colorScheme);
    await fireline.screenshot(`${name}-${colorScheme}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  }
}

describe('a name', () => {
  it('is found with its domain and without; what a click writes is exact', async () => {
    await explore.query('user:alice host:dc1');
    await expect.poll(matching).toBe(90);
    await explore.query('user:=alice');
    await expect.poll(matching).toBe(0);
  });
});

describe('the conditions of a query', () => {
  const chip = (n: number) => fireline.page.locator(`[data-condition="${String(n)}"]`);

  it('are set aside, brought back, turned around and removed by keys, and Alt ← undoes each', async () => {
    await explore.query('class:authentication outcome:failure host:web1');
    await expect.poll(matching).toBe(60);
    await chip(1).focus();
    await press('d');
    await expect.poll(matching).toBe(90);
    expect(await bar()).toBe('class:authentication host:web1');
    expect(await chip(1).textContent()).toBe('outcome:failure, set aside');
    await inBothThemes('explore-conditions');
    await press('d');
    await expect.poll(matching).toBe(60);
    expect(await bar()).toBe('class:authentication outcome:failure host:web1');
    await press('ArrowRight', 'n');
    await expect.poll(matching).toBe(30);
    expect(await bar()).toBe('class:authentication outcome:failure not host:web1');
    await press('Delete');
    await expect.poll(matching).toBe(90);
    expect(await focusedName()).not.toBe('Events');
    await press('Alt+ArrowLeft');
    await expect.poll(matching).toBe(30);
    await press('Escape');
    expect(await focusedName()).toBe('Events');
  });

  it('are edited in the bar, and by the menu', async () => {
    const { page } = fireline;
    await explore.query('host:web1 (outcome:failure or outcome:unknown)');
    await expect.poll(matching).toBe(60);
    await chip(1).click();
    await page.getByRole('menuitem', { name: 'Edit in the query' }).click();
    await expect.poll(focusedName).toBe('Query');
    await page.keyboard.insertText('outcome:success');
    await press('Escape');
    await explore.bar.click();
    await press('Enter');
    await expect.poll(matching).toBe(30);
    await chip(0).click();
    await page.getByRole('menuitem', { name: 'Set aside' }).click();
    await expect.poll(matching).toBe(520);
    await page.getByRole('button', { name: 'Remove host:web1' }).click();
    await expect.poll(() => page.locator('[data-condition]').count()).toBe(1);
  });
});

describe('the form of a query', () => {
  it('begins with what is asked, and writes the text of the bar', async () => {
    const { page } = fireline;
    await explore.query('host:web1 -outcome:success');
    await expect.poll(matching).toBe(60);
    await page.getByRole('button', { name: 'Build with a form' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Remove condition 2' }).click();
    await form.getByRole('button', { name: 'Another condition' }).click();
    await form.getByRole('button', { name: /With or without, condition 2/ }).click();
    await page.getByRole('option', { name: 'without', exact: true }).click();
    await form.getByRole('combobox', { name: 'Field, condition 2' }).fill('anywh');
    await page.getByRole('option', { name: 'anywhere' }).click();
    await form.getByLabel('Value, condition 2').fill('invalid user');
    await inBothThemes('explore-builder');
    await form.getByLabel('Value, condition 2').press('Enter');
    await expect.poll(matching).toBe(30);
    expect(await bar()).toBe('host:web1 not "invalid user"');
  });
});

describe('what has the focus', () => {
  const asText = (title: string): Promise<string> =>
    fireline.page.getByRole('textbox', { name: title }).inputValue();

  it('is shown as plain text: the list from the cursor on, and the histogram', async () => {
    const { page } = fireline;
    await explore.query('code:4625');
    await expect.poll(matching).toBe(30);
    await explore.focusFirst();
    await press('j', 'Control+Shift+a');
    const lines = (await asText('Events as text')).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '30 events, oldest first. Query: code:4625; all of time. Times in UTC.',
      'Rows 2 to 30, from the cursor on.',
      '',
    ]);
    expect(lines[3]).toMatch(
      /^2\. 2026-05-12 09:00:20\.000: authentication; .*HARBOUR\\administrator/,
    );
    expect(lines).toHaveLength(32);
    expect(await accessibilityFaults(page)).toEqual([]);
    await press('Escape');
    await expect.poll(focusedName).toBe('Events');
    await page.getByRole('group', { name: /Arrows set a range/ }).focus();
    await press('Control+Shift+a');
    const histogram = await asText('Histogram as text');
    expect(histogram).toMatch(/^30 events in \d+ bars of /);
    const counts = [...histogram.matchAll(/: (\d+)(?: \(most\))?; Identity \1$/gm)];
    expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(30);
    await press('Escape');
  });
});

describe('a stack', () => {
  it('opens at the column under the cursor, rare first, and filters by its values', async () => {
    const { page } = fireline;
    await explore.focusFirst();
    await explore.toColumn('User');
    await press('s');
    const stack = page.getByRole('grid', { name: 'Values of user' });
    await stack.waitFor();
    await expect.poll(focusedName).toBe('Values of user');
    const values = async (): Promise<readonly string[]> =>
      (await stack.getByRole('row').allTextContents()).slice(1);
    await expect.poll(async () => (await values()).length).toBe(5);
    expect((await values())[0]).toMatch(/^(deploy|HARBOUR\\administrator)30/);
    expect((await values()).at(-1)).toMatch(/^no value400/);
    await inBothThemes('explore-stack');
    await press('r');
    await expect.poll(async () => (await values())[0]).toMatch(/^HARBOUR\\alice90/);
    await press('Control+c');
    await expect.poll(clipboard).toMatch(/^user\tevents\tshare\tfirst seen\tlast seen\n/);
    const [, alice] = (await clipboard()).split('\n');
    expect(alice).toBe(
      'HARBOUR\\alice\t90\t0.147541\t2026-05-12T09:10:00.000Z\t2026-05-12T09:39:40.000Z',
    );
    await press('-');
    await expect.poll(matching).toBe(520);
    await press('Alt+ArrowLeft');
    await expect.poll(matching).toBe(610);
    await press('Home', 'Enter');
    await expect.poll(matching).toBe(90);
    await expect.poll(focusedName).toBe('Events');
    expect(await bar()).toBe('user:="HARBOUR\\\\alice"');
  });

  it('takes any field of the case by its name', async () => {
    const { page } = fireline;
    await mode('Stack');
    const field = page.getByRole('combobox', { name: 'Stack by' });
    await field.fill('LogonTy');
    await page.getByRole('option', { name: 'LogonType', exact: true }).click();
    const stack = page.getByRole('grid', { name: 'Values of LogonType' });
    await expect
      .poll(async () => (await stack.getByRole('row').allTextContents()).slice(1).join())
      .toMatch(/^3120.*no value490/);
  });
});

describe('gaps and bursts', () => {
  it('are listed, the longest and fullest first, and open their range', async () => {
    const { page } = fireline;
    await explore.query('code:4625');
    await expect.poll(matching).toBe(30);
    await mode('Gaps');
    const silences = page.getByRole('grid', { name: 'Longest silences' });
    await expect.poll(() => silences.getByRole('row').count()).toBe(29);
    await expect.poll(() => silences.getByRole('row').first().textContent()).toContain('20 s');
    await page.getByRole('button', { name: /Width of a window/ }).click();
    await page.getByRole('option', { name: '1 minute' }).click();
    const bursts = page.getByRole('grid', { name: 'Fullest windows' });
    await expect.poll(() => bursts.getByRole('row').first().textContent()).toContain('3 events');
    await inBothThemes('explore-gaps');
    await bursts.focus();
    await press('ArrowDown', 'Enter');
    await expect.poll(matching).toBe(3);
    await expect.poll(focusedName).toBe('Events');
  });
});

describe('two ranges compared', () => {
  it('say what is new, gone, more and less, and open its events', async () => {
    const { page } = fireline;
    await mode('Compare');
    const field = page.getByRole('combobox', { name: 'Values of' });
    await field.fill('code');
    await page.getByRole('option', { name: 'code', exact: true }).click();
    await page.getByRole('button', { name: /^A \d/ }).click();
    const type = async (from: string, to: string): Promise<void> => {
      const form = page.getByRole('dialog');
      await form.getByLabel('From (UTC)').fill(from);
      await form.getByLabel('To, not included').fill(to);
      await form.getByRole('button', { name: 'Use it' }).click();
      await form.waitFor({ state: 'detached' });
    };
    await type('2026-05-12 09:00', '2026-05-12 09:10');
    await page.getByRole('button', { name: /^B \d/ }).click();
    await type('2026-05-12 09:10', '2026-05-12 09:20');
    const values = page.getByRole('grid', { name: 'Values of code in two ranges' });
    const rows = async (): Promise<readonly string[]> =>
      (await values.getByRole('row').allTextContents()).slice(1);
    await expect
      .poll(rows)
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^4624new0/),
          expect.stringMatching(/^4625gone30/),
        ]),
      );
    await inBothThemes('explore-compare');
    await values.focus();
    const gone = (await rows()).findIndex((row) => row.startsWith('4625'));
    await press('Home');
    for (let step = 0; step < gone; step += 1) await press('ArrowDown');
    await press('Enter');
    await expect.poll(matching).toBe(30);
  });
});
