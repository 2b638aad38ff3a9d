// Runs the app with the given arguments and a display, found or made: for `--print-job=FILE` of the command line.
import { ensureBuilt } from './built.mjs';
import { root } from './project.mjs';
import { launch } from './runtime/launch.mjs';
import { runCommand } from './say.mjs';
import { hasDisplay, presentDisplay, startVirtualDisplay } from './setup/display.mjs';
import { setUp } from './setup/setup.mjs';

await runCommand('electron', async () => {
  const seen = hasDisplay();
  const runtime = await setUp({ commands: seen ? [] : ['Xvfb'] });
  ensureBuilt(root);
  const display = seen ? presentDisplay() : await startVirtualDisplay();
  try {
    return await launch(runtime, display, process.argv.slice(2));
  } finally {
    display.stop();
  }
});
