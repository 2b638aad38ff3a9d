import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { openOnlyCase } from './only-case.ts';
import { actIn, curated, fireline as cli, newReportCase } from './report-case.ts';
import { scratchFolder } from './report-screen.ts';

/** Keys of each screen, its heading, and how many tabs it has. */
const SCREENS: readonly (readonly [keys: string, heading: string, tabs: number])[] = [
  ['g c', 'Cases', 0],
  ['g e', 'Evidence', 0],
  ['g x', 'Explore', 0],
  ['g b', 'Board', 0],
  ['g f', 'Findings', 0],
  ['g n', 'Entities', 6],
  ['g i', 'Incident', 5],
  ['g p', 'Response', 3],
  ['g l', 'Learning', 6],
  ['g a', 'Activity', 0],
  ['g s', 'Settings', 0],
  ['g r', 'Report', 0],
];

const TITLE = 'HARBOUR-2026-033';
let app: Fireline;
let scratch: string;

afterEach(async () => {
  await app.close();
  rmSync(scratch, { recursive: true, force: true });
});

async function openCase(kind: 'empty' | 'full'): Promise<Page> {
  scratch = scratchFolder();
  if (kind === 'full') {
    const made = newReportCase(scratch);
    await actIn(made, curated(made));
    app = await launchFireline({ home: made.home, userData: made.userData });
  } else {
    const home = join(scratch, 'home');
    const userData = join(scratch, 'user-data');
    cli(['new', join(home, 'e.fireline'), '--title', TITLE, '--analyst', 'Ada'], userData, home);
    app = await launchFireline({ home, userData });
  }
  await openOnlyCase(app);
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  return app.page;
}

/** Goes through every screen and every tab by keys, and says what is found on each. */
async function everyView(
  page: Page,
  look: (view: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const found: string[] = [];
  const note = async (view: string): Promise<void> => {
    for (const fault of await look(view)) found.push(`${view}: ${fault}`);
  };
  for (const [keys, heading, tabs] of SCREENS) {
    for (const key of keys.split(' ')) await page.keyboard.press(key);
    await page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
    if (tabs === 0) await note(heading);
    const list = page.getByRole('main').getByRole('tablist').first();
    for (let tab = 0; tab < tabs; tab += 1) {
      await list.getByRole('tab', { selected: true }).focus();
      await page.keyboard.press(tab === 0 ? 'Home' : 'ArrowRight');
      await list.getByRole('tab', { selected: true }).and(list.getByRole('tab').nth(tab)).waitFor();
      await note(`${heading}, tab ${tab + 1}`);
    }
  }
  return found;
}

/** Heads, rows of tabs and the window itself, where something of them lies beyond their edge. */
const cutParts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, .fl-top, .fl-status, .fl-screen-head, .fl-tab-list')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((part) => `${part.className || 'the window'} is cut: ${part.textContent.slice(0, 60)}`),
  );

async function windowOf(width: number, height: number, zoom: number): Promise<void> {
  await app.app.evaluate(
    ({ BrowserWindow }, [w, h, factor]) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(w, h);
      window?.webContents.setZoomFactor(factor);
    },
    [width, height, zoom] as const,
  );
}

describe.each(['empty', 'full'] as const)('every screen of a case, %s', (kind) => {
  it(
    'has nothing that axe objects to, light and dark, and fits small windows',
    { timeout: 240_000 },
    async () => {
      const page = await openCase(kind);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await everyView(page, () => axeFindings(page)), colorScheme).toEqual([]);
      }
      await windowOf(1024, 700, 1);
      expect(await everyView(page, () => cutParts(page)), '1024 by 700').toEqual([]);
      await windowOf(1280, 800, 2);
      expect(await everyView(page, () => cutParts(page)), 'at 200 %').toEqual([]);
    },
  );
});
