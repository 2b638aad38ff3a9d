// The real app on a display of its own: how soon it can be used, what it takes at rest, how soon dropped events show.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { developmentSwitches } from '../runtime/launch.mjs';
import { testRuntime } from '../runtime/resolve.mjs';
import { startVirtualDisplay } from '../setup/display.mjs';
import { setUp } from '../setup/setup.mjs';
import { memoryOf } from './process-memory.mjs';
import { rowOf } from './rounds.mjs';
import { writeSyslog } from './text-logs.mjs';

export const name = 'app';
export const title = 'The app: start, memory at rest, first events after a drop';

const LOG_BYTES = 100_000_000;
const AT_REST_AFTER_MS = 5_000;

/** @param {import('./rows.mjs').BenchContext} context @returns {Promise<import('./rows.mjs').BenchRow[]>} */
export async function run({ root, scratch, rounds, say }) {
  const log = join(scratch, 'syslog.log');
  if (!existsSync(log)) writeSyslog(log, LOG_BYTES);
  const runtime = await testRuntime(root, await setUp({ commands: ['Xvfb'] }));
  const display = await startVirtualDisplay();
  const measured = [];
  try {
    for (let round = 0; round < rounds; round++) {
      const one = await tryOnce(runtime, display, log);
      say(
        `usable after ${one.start.toFixed(0)} ms, ${one.memory.toFixed(0)} MB at rest, first events after ${one.first.toFixed(0)} ms, all after ${(one.all / 1000).toFixed(1)} s`,
      );
      measured.push(one);
    }
  } finally {
    display.stop();
  }
  return [
    rowOf({
      name: 'from the start of the process to a usable window',
      unit: 'ms',
      ours: measured.map(({ start }) => start),
    }),
    rowOf({
      name: 'memory at rest, all processes',
      unit: 'MB',
      ours: measured.map(({ memory }) => memory),
      note: 'proportional set size: what is shared is counted once',
    }),
    rowOf({
      name: 'first events on screen after “Seal and parse”, 100 MB of syslog',
      unit: 'ms',
      ours: measured.map(({ first }) => first),
      atMost: 2_000,
    }),
    rowOf({
      name: 'all of them, sealed, read and settled',
      unit: 's',
      ours: measured.map(({ all }) => all / 1000),
    }),
  ];
}

/**
 * @param {import('../runtime/resolve.mjs').ElectronRuntime} runtime
 * @param {import('../setup/display.mjs').Display} display
 * @param {string} log
 */
async function tryOnce(runtime, display, log) {
  const home = mkdtempSync(join(tmpdir(), 'fireline-bench-'));
  const begun = performance.now();
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.appArguments, ...developmentSwitches(display), '--'],
    env: {
      ...process.env,
      ...display.env,
      FIRELINE_HOME: home,
      FIRELINE_USER_DATA: join(home, 'user'),
    },
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Open the sample case' }).waitFor();
    const start = performance.now() - begun;
    await page.waitForTimeout(AT_REST_AFTER_MS);
    const memory = memoryOf(app.process().pid ?? 0);

    const cdp = await page.context().newCDPSession(page);
    const data = { items: [], files: [log], dragOperationsMask: 1 };
    for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop'])) {
      await cdp.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    }
    const dialog = page.getByRole('dialog', { name: /^Add / });
    await dialog.getByLabel('New case').fill('Bench');
    await dialog.getByLabel('Where do they come from?').fill('bench');
    await dialog.getByLabel('Why are they added?').fill('bench');
    const zone = dialog.getByRole('combobox', { name: 'Zone of local times' });
    if (await zone.isVisible()) {
      await zone.fill('UTC');
      await page.getByRole('option', { name: 'UTC', exact: true }).click();
    }
    const answered = performance.now();
    await dialog.getByRole('button', { name: 'Seal and parse' }).click();
    const screens = page.getByRole('navigation', { name: 'Screens' });
    await screens.getByRole('button', { name: 'Explore', exact: true }).click();
    await page.locator('[role=row][aria-rowindex="2"] [role=gridcell]').first().waitFor();
    const first = performance.now() - answered;
    await page
      .getByText(/^Added 1 file/)
      .first()
      .waitFor({ timeout: 300_000 });
    return { start, memory, first, all: performance.now() - answered };
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
}
