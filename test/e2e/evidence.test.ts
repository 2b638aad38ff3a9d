import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authLog, writeTriage, type Triage } from '../fixtures/triage.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { openOnlyCase } from './only-case.ts';

let scratch: string;
let triage: Triage;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fireline-evidence-'));
  triage = writeTriage(join(scratch, 'triage'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

/** Drops files and answers what is asked, as an analyst does. */
async function dropInto(
  fireline: Fireline,
  paths: readonly string[],
  title: string,
): Promise<void> {
  await fireline.dropFiles(paths);
  const dialog = fireline.page.getByRole('dialog', { name: /^Add / });
  const name = dialog.getByLabel('New case');
  await dialog.getByLabel('Where do they come from?').waitFor();
  if (await name.isVisible()) await name.fill(title);
  await dialog.getByLabel('Where do they come from?').fill('USB stick 7, from J. Doe');
  await dialog.getByLabel('Why are they added?').fill('Triage of the domain controller');
  const zone = dialog.getByRole('combobox', { name: 'Zone of local times' });
  if (await zone.isVisible()) {
    await zone.fill('UTC');
    await fireline.page.getByRole('option', { name: 'UTC', exact: true }).click();
  }
  await dialog.getByRole('button', { name: 'Seal and parse' }).click();
}

const row = (fireline: Fireline, name: string) =>
  fireline.page.getByRole('row').filter({ hasText: name });

describe('evidence that is dropped on the window', () => {
  it('is hashed, sealed and parsed, and each file says what became of it', async () => {
    const fireline = await launchFireline();
    const dropped = Date.now();
    await dropInto(fireline, [triage.folder], 'Lindholm');
    await expect.poll(() => row(fireline, 'DC1-Security.evtx').textContent()).toContain('500');
    const seconds = (Date.now() - dropped) / 1000;
    await expect.poll(() => row(fireline, 'auth.log').textContent()).toContain('300');
    await expect.poll(() => row(fireline, 'access.log').count()).toBe(2);
    await expect.poll(() => row(fireline, 'memory.bin').textContent()).toContain('Sealed only');
    await expect.poll(() => row(fireline, 'empty.log').textContent()).toMatch(/empty/i);
    await fireline.screenshot('evidence');
    console.log(`500 events of a dropped log on screen ${seconds.toFixed(2)} s after the drop`);
    await fireline.close();
    expect(fireline.networkAttempts()).toEqual([]);
  });

  it('is recognised when it comes twice, and is not parsed again', async () => {
    const fireline = await launchFireline();
    const log = join(triage.folder, 'auth.log');
    await dropInto(fireline, [log], 'Twice');
    await expect.poll(() => row(fireline, 'auth.log').textContent()).toContain('300');
    await dropInto(fireline, [log], 'Twice');
    await fireline.page
      .getByText(/1 file already here/)
      .first()
      .waitFor();
    expect(await row(fireline, 'auth.log').count()).toBe(1);
    await fireline.close();
  });

  it('raises an alarm nobody can miss when a sealed byte is not what it was', async () => {
    const fireline = await launchFireline();
    await dropInto(fireline, [join(triage.folder, 'auth.log')], 'Altered');
    await expect.poll(() => row(fireline, 'auth.log').textContent()).toContain('300');
    const vault = join(fireline.home, 'Altered.fireline', 'evidence');
    const [sealed] = readdirSync(vault, { recursive: true, withFileTypes: true }).filter((entry) =>
      /^[0-9a-f]{64}$/.test(entry.name),
    );
    if (sealed === undefined) throw new Error('nothing was sealed');
    appendFileSync(join(sealed.parentPath, sealed.name), 'one byte more');
    await fireline.page.getByRole('button', { name: 'Verify all' }).click();
    const alarm = fireline.page.getByRole('alert');
    await expect.poll(() => alarm.allTextContents()).toEqual([expect.stringContaining('auth.log')]);
    await fireline.screenshot('evidence-alarm');
    await fireline.close();
  });

  it('is all there when the app is killed in the middle and started again', async () => {
    const big = join(scratch, 'big-auth.log');
    writeFileSync(big, authLog(120_000));
    const first = await launchFireline();
    await dropInto(first, [big], 'Killed');
    await expect
      .poll(async () => (await row(first, 'big-auth.log').textContent()) ?? '', { interval: 20 })
      .toMatch(/\d/);
    await first.screenshot('evidence-killed-before');
    await first.kill9();
    const again = await launchFireline({ home: first.home, userData: first.userData });
    await openOnlyCase(again);
    await again.page.getByRole('button', { name: 'Evidence', exact: true }).click();
    await expect
      .poll(async () => (await row(again, 'big-auth.log').textContent()) ?? '', { timeout: 40_000 })
      .toContain('120,000');
    await again.screenshot('evidence-killed-after');
    await again.close();
  });
});
