// Runs the app with the given arguments and no window: for `--print-job=FILE` of the command line. Needs no display.
import { ensureBuilt } from './built.mjs';
import { root } from './project.mjs';
import { launch } from './runtime/launch.mjs';
import { runCommand } from './say.mjs';
import { presentDisplay } from './setup/display.mjs';
import { setUp } from './setup/setup.mjs';

await runCommand('electron', async () => {
  const runtime = await setUp({ commands: [] });
  ensureBuilt(root);
  return launch(runtime, presentDisplay(), process.argv.slice(2));
});
