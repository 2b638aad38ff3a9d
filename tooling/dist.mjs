// npm run dist [-- TARGET...]: packages the app for this platform with the resolved runtime; the folder alone unless told.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { root } from './project.mjs';
import { cacheFolder } from './runtime/cache.mjs';
import { linkedCopy } from './runtime/linked-copy.mjs';
import { runCommand, say } from './say.mjs';
import { setUp } from './setup/setup.mjs';
import { onPath } from './setup/system-libraries.mjs';

await runCommand('dist', async () => {
  const targets = process.argv.slice(2);
  const runtime = await setUp({ commands: [] });
  ensureBuilt(root);

  // As released: without the link to this checkout, and without Electron's default app.
  const dist = join(cacheFolder(root), 'dist');
  rmSync(dist, { recursive: true, force: true });
  linkedCopy(runtime.dist, dist, []);
  rmSync(join(dist, 'resources', 'default_app.asar'), { force: true });

  const platform = { linux: '--linux', darwin: '--mac', win32: '--win' }[
    /** @type {string} */ (process.platform)
  ];
  const wanted = targets.length > 0 ? targets : ['dir'];
  say('dist', `packaging ${wanted.join(', ')} with Electron ${runtime.version}`);
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'electron-builder', 'cli.js'),
      ...(platform === undefined ? [] : [platform]),
      ...wanted,
      '--publish=never',
      `--config.electronDist=${dist}`,
      ...(runtime.version === 'unknown' ? [] : [`--config.electronVersion=${runtime.version}`]),
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...archiver() } },
  );
  rmSync(dist, { recursive: true, force: true });
  return run.status ?? 1;
});

/** electron-builder fetches an archiver of its own unless it is shown one; Debian's p7zip-full has it. */
function archiver() {
  const found = ['7za', '7z'].find(onPath);
  if (found === undefined || process.env['ELECTRON_BUILDER_7ZIP_PATH']) return {};
  const path = spawnSync('which', [found], { encoding: 'utf8' }).stdout.trim();
  return { ELECTRON_BUILDER_7ZIP_PATH: path };
}
