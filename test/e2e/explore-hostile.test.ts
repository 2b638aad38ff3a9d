import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { explorePage } from './explore-page.ts';
import type { ExplorePage } from './explore-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';

const LONGEST = 1_000_000;
const MESSAGES = [
  '<img src=x onerror="globalThis.bitten=1"><script>globalThis.bitten=1</script>',
  'invoice\u202Egpj.exe was opened',
  'bell\u0007 and escape \u001B[31mred\u001B[0m and nul \u0000 end',
  '{{constructor.constructor("globalThis.bitten=1")()}} ${globalThis.bitten=1}',
  "'; DROP TABLE events; --",
  '../../../../etc/passwd file:///etc/passwd',
  `long ${'A'.repeat(LONGEST)} tail`,
];

let fireline: Fireline;
let explore: ExplorePage;
let scratch: string;
const wrong: string[] = [];

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-hostile-'));
  const path = join(scratch, '<b>evil<i>.jsonl');
  const lines = MESSAGES.map((message, n) =>
    JSON.stringify({
      timestamp: `2026-05-12T09:00:0${String(n)}.000Z`,
      host: '<i>ws7</i>',
      user: n === 1 ? 'al\u202Eice' : 'alice',
      message,
    }),
  );
  writeFileSync(path, lines.join('\n') + '\n');
  fireline = await launchFireline();
  fireline.page.setDefaultTimeout(10_000);
  fireline.page.on('pageerror', (error) => wrong.push(String(error)));
  explore = explorePage(fireline);
  await explore.addEvidence([path], 'Hostile');
  await explore.waitForMatches(MESSAGES.length);
});
afterAll(async () => {
  await fireline.close();
  rmSync(scratch, { recursive: true, force: true });
});

const bitten = (): Promise<unknown> =>
  fireline.page.evaluate(() => (globalThis as { bitten?: unknown }).bitten);

it('shows markup as text, in the list, the facets and the details', async () => {
  await explore.focusFirst();
  const message = explore.row(0).locator('.fl-message');
  await expect.poll(() => message.textContent()).toContain('<img src=x onerror=');
  expect(await message.locator('img, script').count()).toBe(0);
  await fireline.page.keyboard.press('Enter');
  for (const tab of ['Fields', 'Raw', 'Hex', 'Around', 'Event']) {
    await fireline.page.getByRole('tab', { name: tab, exact: true }).click();
  }
  const details = fireline.page.getByRole('complementary', { name: 'Event' });
  await expect.poll(() => details.textContent()).toContain('<b>evil<i>.jsonl');
  // The query editor draws an image of its own, of no size.
  const markup = fireline.page.locator('main :is(img:not(.cm-editor *), script, b, i)');
  expect(await markup.evaluateAll((found) => found.map(({ outerHTML }) => outerHTML))).toEqual([]);
  await fireline.screenshot('explore-hostile');
  expect(await bitten()).toBeUndefined();
});

it('spells out marks that turn text around or cannot be seen', async () => {
  await expect
    .poll(() => explore.row(1).locator('.fl-message').textContent())
    .toBe('invoice‹U+202E›gpj.exe was opened');
  const controls = explore.row(2).locator('.fl-message');
  await expect.poll(() => controls.textContent()).toContain('bell‹U+0007› and escape ‹U+001B›[31m');
  const shown = await fireline.page.locator('main').textContent();
  for (const hidden of ['\u202E', '\u0007', '\u001B']) expect(shown).not.toContain(hidden);
});

it('stays quick beside a value of a million characters', async () => {
  await explore.focusFirst();
  const before = Date.now();
  await fireline.page.keyboard.press('End');
  await expect
    .poll(() => fireline.page.getByRole('complementary', { name: 'Event' }).textContent())
    .toContain('long AAAA');
  await fireline.page.keyboard.press('Home');
  await expect
    .poll(() => fireline.page.getByRole('complementary', { name: 'Event' }).textContent())
    .toContain('<img');
  expect(Date.now() - before).toBeLessThan(3_000);
});

it('filters by hostile values exactly', async () => {
  await explore.toColumn('User');
  await fireline.page.keyboard.press('Home');
  await fireline.page.keyboard.press('j');
  await fireline.page.keyboard.press('+');
  await expect.poll(() => explore.matches()).toBe(1);
  await explore.reset();
  await explore.query('"; DROP TABLE events; --"');
  await expect.poll(() => explore.matches()).toBe(1);
  await explore.reset();
  await explore.query('"<script>"');
  await expect.poll(() => explore.matches()).toBe(1);
  expect(wrong).toEqual([]);
  expect(await bitten()).toBeUndefined();
});
