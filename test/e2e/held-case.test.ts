import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { openOnlyCase } from './only-case.ts';
import type { ReportCase } from './report-case.ts';
import { newReportCase } from './report-case.ts';

let scratch: string;
let made: ReportCase;
let holder: Fireline;
let reader: Fireline;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-held-'));
  made = newReportCase(scratch);
  holder = await launchFireline({ home: made.home, userData: made.userData });
  reader = await launchFireline({ home: made.home, userData: join(scratch, 'other-user') });
});
afterAll(async () => {
  await holder.close();
  await reader.close();
  rmSync(scratch, { recursive: true, force: true });
});

it('a case that another window has shows its events, says of when they are, and is taken over once it is let go', async () => {
  const { page } = reader;
  await openOnlyCase(holder);
  await page.locator('.fl-case').first().click();
  const banner = page.getByText('Open for reading only.').locator('..');
  await banner.waitFor();
  expect(await banner.textContent()).toMatch(
    /open elsewhere: Marta Lindqvist .* UTC\. Events are those of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/,
  );
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  const events = `${made.events.length.toLocaleString('en')} events`;
  await page.getByText(events).first().waitFor();
  await page.locator('[role="row"], .fl-grid-row').nth(3).waitFor();
  expect(await axeFindings(page)).toEqual([]);

  const again = page.getByRole('button', { name: 'Open again' });
  const before = await banner.textContent();
  await again.press('Enter');
  // The copy is of another second.
  await expect.poll(() => banner.textContent()).not.toBe(before);
  await expect.poll(() => again.isEnabled()).toBe(true);
  await page.getByText(events).first().waitFor();

  await holder.close();
  await again.press('Enter');
  await banner.waitFor({ state: 'hidden' });
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByText(events).first().waitFor();
});
