// npm start [-- [--headless] PATH...]: everything a fresh machine needs, then the workbench.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { root } from './project.mjs';
import { launch } from './runtime/launch.mjs';
import { SetupError, runCommand, say } from './say.mjs';
import { hasDisplay, presentDisplay, startVirtualDisplay } from './setup/display.mjs';
import { setUp } from './setup/setup.mjs';

await runCommand('start', async () => {
  const args = process.argv.slice(2);
  const headless = args.includes('--headless') || !hasDisplay();
  // npm runs scripts in the checkout; the paths are meant from where the command was typed.
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const paths = args.filter((arg) => !arg.startsWith('-')).map((path) => resolve(here, path));
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new SetupError(`there is no file or folder ${missing}`);

  const runtime = await setUp({ commands: headless ? ['Xvfb'] : [] });
  ensureBuilt(root);
  if (!headless) return launch(runtime, presentDisplay(), ['--', ...paths]);

  const home = process.env['FIRELINE_HOME'] || resolve(here, 'fireline-sample-run');
  say('start', `no window to show: running the main job headless, into ${home}`);
  const display = await startVirtualDisplay();
  try {
    return await launch(runtime, display, ['--headless-job', '--', ...paths], {
      FIRELINE_HOME: home,
    });
  } finally {
    display.stop();
  }
});
