import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { CaseFolder } from '#main/casefile/case-folder.ts';
import { OpReading } from '#main/work/op-reading.ts';
import { CaseWorkLog } from '#main/work/work-log.ts';
import { parseCanonicalJson } from '#shared/work/canonical-json.ts';
import { fold } from '#shared/work/fold.ts';
import { nextHlc } from '#shared/work/hlc.ts';
import type { Op } from '#shared/work/op.ts';
import { sealOp, verifyOp } from '#shared/work/seal.ts';
import { WorkLog } from '#shared/work/work-log.ts';
import { newEnvironment, valueOf } from '../casefile/case-environment.ts';
import type { Fireline } from './harness.ts';
import { launchFireline } from './harness.ts';
import { openOnlyCase } from './only-case.ts';

let fireline: Fireline;
afterEach(() => fireline.close());

const restart = async (): Promise<void> => {
  const { home, userData } = fireline;
  await fireline.kill9();
  fireline = await launchFireline({ home, userData });
  await openOnlyCase(fireline);
};

async function newCase(title: string): Promise<void> {
  const { page } = fireline;
  await page.getByRole('button', { name: 'New case' }).first().click();
  await page.getByLabel('Case name or number').fill(title);
  await page.getByRole('button', { name: 'Create case' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function rename(title: string): Promise<void> {
  const { page } = fireline;
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Search events, or type a command').fill('>Rename the case');
  await page.keyboard.press('Enter');
  await page.getByLabel('Case name or number').fill(title);
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The Activity screen's acts, newest first. */
async function activity(): Promise<Locator> {
  const { page } = fireline;
  await page.getByRole('navigation', { name: 'Screens' }).getByText('Activity').click();
  await page.getByRole('heading', { name: 'Activity', exact: true }).waitFor();
  return page.locator('.fl-act-sentence');
}

const shownTitle = (): Promise<string | null> =>
  fireline.page.locator('.fl-case-title').textContent();

const saved = (): Promise<void> => fireline.page.getByText('Saved', { exact: true }).waitFor();

function caseFolder(): string {
  const name = readdirSync(fireline.home).find((one) => one.endsWith('.fireline'));
  return join(fireline.home, name ?? '');
}

/** The operations in the case folder, as anyone may read them. */
function opsInFolder(): readonly Op[] {
  const text = readFileSync(join(caseFolder(), 'work.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => parseCanonicalJson(line) as { kind: string; body: unknown })
    .filter(({ kind }) => kind === 'op')
    .map(({ body }) => {
      const op = verifyOp(body);
      if (!op.ok) throw new Error(op.failure.message);
      return op.value;
    });
}

/** Another analyst, who has the case as it was made, renames it; their work comes into the case folder. */
async function renamedByColleague(title: string): Promise<void> {
  const environment = newEnvironment();
  const { analyst } = environment.signer;
  const reading = new OpReading();
  const folder = valueOf(
    await CaseFolder.open(environment, { folder: caseFolder(), visitWork: reading.visit }),
  );
  const caseId = folder.file.id;
  const before = reading.opsOf(caseId).filter(({ body }) => body.kind !== 'case.rename');
  const elsewhere = new WorkLog(before);
  const work = new CaseWorkLog({
    caseId,
    analyst,
    store: folder.work,
    reading,
    clock: environment.clock,
    node: '00000b0b',
  });
  const bodies = [
    { kind: 'analyst.identify', analyst },
    { kind: 'case.rename', title },
  ] as const;
  for (const body of bodies) {
    const clock = nextHlc(elsewhere.clock, environment.clock(), '00000b0b');
    const draft = { case: caseId, clock, after: elsewhere.heads, analyst: analyst.id, body };
    elsewhere.add([valueOf(sealOp(draft))]);
  }
  valueOf(await work.append(elsewhere.ops));
  valueOf(await folder.close());
}

describe('the work on a case', () => {
  it('is listed, undone, and the same after the program was killed', async () => {
    fireline = await launchFireline();
    await newCase('Harbor');
    await rename('Harbor VPN');
    const acts = await activity();
    await expect
      .poll(() => acts.allTextContents())
      .toEqual([
        'Renamed the case “Harbor VPN”',
        expect.stringContaining('joined the case'),
        'Created the case “Harbor”',
      ]);
    await fireline.page.keyboard.press('Control+z');
    await expect
      .poll(() => acts.first().textContent())
      .toBe('Undid: Renamed the case “Harbor VPN”');
    await saved();
    expect(await fireline.page.locator('.fl-act-gone').count()).toBe(1);
    await expect.poll(shownTitle).toBe('Harbor');
    await fireline.screenshot('activity');

    await restart();
    const again = await activity();
    await expect.poll(() => again.count()).toBe(4);
    expect(fold(opsInFolder()).title).toBe('Harbor');
    await fireline.page.getByRole('button', { name: 'Bring back: Renamed the case' }).click();
    await expect.poll(shownTitle).toBe('Harbor VPN');
    await saved();
    expect(fold(opsInFolder()).title).toBe('Harbor VPN');
    await fireline.page.getByRole('button', { name: 'Take back: Renamed the case' }).click();
    await expect.poll(shownTitle).toBe('Harbor');
    await saved();
    expect(opsInFolder()).toHaveLength(6);
  });

  it('shows what two analysts set without knowing of each other, until one chooses', async () => {
    fireline = await launchFireline();
    await newCase('Harbor');
    await rename('Harbor VPN');
    await saved();
    await fireline.close();
    await renamedByColleague('Harbor Extranet');
    fireline = await launchFireline({ home: fireline.home, userData: fireline.userData });
    await openOnlyCase(fireline);
    const acts = await activity();
    await expect.poll(() => acts.count()).toBe(5);
    const conflict = fireline.page.locator('.fl-conflict');
    await expect
      .poll(() => conflict.locator('h3').allTextContents())
      .toEqual(['Title of the case']);
    const values = await conflict.locator('.fl-conflict-value').allTextContents();
    expect(new Set(values)).toEqual(new Set(['Harbor VPN', 'Harbor Extranet']));
    await fireline.screenshot('activity-conflict');
    const [, loser = ''] = values;
    await conflict.getByRole('button', { name: /^Use this/ }).click();
    await expect.poll(() => conflict.count()).toBe(0);
    await expect.poll(shownTitle).toBe(loser);
    await saved();
    expect(fold(opsInFolder()).title).toBe(loser);
  });

  it('goes on when the engine is killed, and is in the case folder when it is back', async () => {
    fireline = await launchFireline();
    await newCase('Harbor');
    await rename('Harbor VPN');
    const acts = await activity();
    await expect.poll(() => acts.count()).toBe(3);
    await fireline.app.evaluate(({ app }) => {
      const engine = app.getAppMetrics().find(({ name }) => name === 'fireline-engine');
      if (engine !== undefined) process.kill(engine.pid, 'SIGKILL');
    });
    await fireline.page.getByRole('button', { name: 'Take back: Renamed the case' }).click();
    await expect.poll(() => acts.count()).toBe(4);
    await expect.poll(() => fireline.page.locator('.fl-act-gone').count()).toBe(1);
    await saved();
    await expect.poll(() => opsInFolder().length, { timeout: 20_000 }).toBe(4);
    expect(fold(opsInFolder()).title).toBe('Harbor');
  });
});
