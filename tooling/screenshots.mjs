// node tooling/screenshots.mjs: every screen, light and dark, full and empty, into docs/screenshots, from the real app.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { ensureBuilt } from './built.mjs';
import { root } from './project.mjs';
import { developmentSwitches } from './runtime/launch.mjs';
import { testRuntime } from './runtime/resolve.mjs';
import { runCommand, say } from './say.mjs';
import { startVirtualDisplay } from './setup/display.mjs';
import { setUp } from './setup/setup.mjs';
import { emptyScreens, fullScreens } from './screenshots/tour.mjs';

const size = { width: 1440, height: 900 };

await runCommand('screenshots', async () => {
  const runtime = await testRuntime(root, await setUp({ commands: ['Xvfb'] }));
  ensureBuilt(root);
  const target = join(root, 'docs', 'screenshots');
  mkdirSync(target, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'fireline-screenshots-'));
  const display = await startVirtualDisplay();
  try {
    for (const [name, tour] of Object.entries({ empty: emptyScreens, full: fullScreens })) {
      const app = await _electron.launch({
        executablePath: runtime.executable,
        args: [...runtime.appArguments, ...developmentSwitches(display)],
        env: {
          .../** @type {Record<string, string>} */ (process.env),
          ...display.env,
          FIRELINE_HOME: join(scratch, name),
        },
      });
      const page = await app.firstWindow();
      await app.evaluate(({ BrowserWindow }, { width, height }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
      }, size);
      const taken = await tour(page, target);
      say('screenshots', `${taken} of the ${name} case`);
      await app.close();
    }
  } finally {
    display.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
  return 0;
});
