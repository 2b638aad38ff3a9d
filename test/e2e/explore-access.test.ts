import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from './accessibility.ts';
import { explorePage } from './explore-page.ts';
import type { ExplorePage } from './explore-page.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { writeSmallEvidence } from './small-evidence.ts';

let fireline: Fireline;
let explore: ExplorePage;
let scratch: string;
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-access-'));
  fireline = await launchFireline();
  fireline.page.setDefaultTimeout(10_000);
  explore = explorePage(fireline);
});
afterAll(async () => {
  await fireline.close();
  rmSync(scratch, { recursive: true, force: true });
});

const faults = (): Promise<readonly string[]> => accessibilityFaults(fireline.page);

async function theme(wanted: 'light' | 'dark'): Promise<void> {
  const { page } = fireline;
  await page.emulateMedia({ colorScheme: wanted });
  await expect
    .poll(() =>
      page.evaluate(() => getComputedStyle(document.documentElement).colorScheme.split(' ')[0]),
    )
    .toBe(wanted);
}

describe('the explorer is accessible', () => {
  it('while it is empty', async () => {
    const { page } = fireline;
    await page.getByRole('button', { name: 'New case' }).first().click();
    await page.getByLabel('Case name or number').fill('Harbour');
    await page.getByRole('button', { name: 'Create case' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await explore.open();
    await page.getByText('No events yet').waitFor();
    for (const scheme of ['light', 'dark'] as const) {
      await theme(scheme);
      await fireline.screenshot(`explore-empty-${scheme}`);
      expect(await faults()).toEqual([]);
    }
  });

  it('full of events, with details open and events selected', async () => {
    const { page } = fireline;
    await explore.addEvidence(writeSmallEvidence(join(scratch, 'evidence')).files);
    await expect.poll(() => explore.matches()).toBe(610);
    await explore.focusFirst();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.keyboard.press('x');
    await page.getByRole('complementary', { name: 'Event' }).waitFor();
    for (const scheme of ['light', 'dark'] as const) {
      await theme(scheme);
      await fireline.screenshot(`explore-full-${scheme}`);
      expect(await faults()).toEqual([]);
    }
  });

  it('when nothing matches and when the query is wrong', async () => {
    await explore.query('host:nobody code:4625');
    await expect.poll(() => explore.matches()).toBe(0);
    await fireline.screenshot('explore-no-match-dark');
    expect(await faults()).toEqual([]);
    await explore.query('host:(');
    await fireline.page.locator('.fl-q-error').first().waitFor();
    expect(await faults()).toEqual([]);
  });

  it('in its dialogs', async () => {
    const { page } = fireline;
    await explore.reset();
    await expect.poll(() => explore.matches()).toBe(610);
    for (const key of ['t', 'n', 'b', 'f', 'p']) {
      await explore.focusFirst();
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      expect(await faults()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // The focus is given back a moment after the dialog is gone.
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
        .toBe('grid');
    }
  });
});
