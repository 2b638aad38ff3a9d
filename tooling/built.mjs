import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, say } from './say.mjs';

/** What the built program is made of. */
const sources = [
  'main',
  'shared',
  'renderer',
  'resources',
  'tooling/build.mjs',
  'package-lock.json',
];

/**
 * A digest over the names, sizes and times of all sources: a file added, changed or removed changes it.
 * @param {string} root
 */
function sourcesDigest(root) {
  const digest = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [path];
    for (const file of files) {
      const { size, mtimeMs } = statSync(file);
      digest.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return digest.digest('hex');
}

/**
 * Builds unless out/ was built from the very sources that are here.
 * @param {string} root
 */
export function ensureBuilt(root) {
  const stamp = join(root, 'out', 'sources.sha256');
  const digest = sourcesDigest(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say('build', existsSync(stamp) ? 'sources changed: building' : 'nothing built yet: building');
  const run = spawnSync(process.execPath, [join(root, 'tooling', 'build.mjs')], {
    cwd: root,
    // Its output is talk, not this program's result.
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (run.status !== 0) throw new SetupError('the build failed; its reason is above');
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, digest);
}
