import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { developmentSwitches } from '../runtime/launch.mjs';
import { testRuntime } from '../runtime/resolve.mjs';
import { startVirtualDisplay } from '../setup/display.mjs';
import { setUp } from '../setup/setup.mjs';
import { installProbe } from './fluent-probe.mjs';

/**
 * The real app on copies of cases.
 * @typedef {object} BenchApp
 * @property {import('playwright-core').ElectronApplication} app
 * @property {import('playwright-core').Page} page with the probe in it
 * @property {string} home
 * @property {number} pid of the main process
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} root
 * @param {import('./fluent-case.mjs').MadeCase} made
 * @returns {Promise<BenchApp>}
 */
export async function startApp(root, made) {
  const runtime = await testRuntime(root, await setUp({ commands: ['Xvfb'] }));
  const display = await startVirtualDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'fireline-bench-'));
  const [home, userData] = [join(folder, 'home'), join(folder, 'user-data')];
  cpSync(made.home, home, { recursive: true });
  // The key alone: the list of cases would lead to those that are copied.
  mkdirSync(userData);
  cpSync(join(made.userData, 'identity.json'), join(userData, 'identity.json'));
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.appArguments, ...developmentSwitches(display), '--'],
    env: { ...process.env, ...display.env, FIRELINE_HOME: home, FIRELINE_USER_DATA: userData },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  await page.evaluate(installProbe);
  return {
    app,
    page,
    home,
    pid: app.process().pid ?? 0,
    close: async () => {
      await app.close();
      display.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
