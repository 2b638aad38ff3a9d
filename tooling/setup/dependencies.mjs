import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, say } from '../say.mjs';

/**
 * Compares what is installed with what package-lock.json asks for, by content: times say nothing after a
 * clone or a checkout. Optional packages may be absent (they are for other platforms).
 * @param {string} root
 * @returns {string | undefined} why an install is needed
 */
export function installReason(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return 'node_modules is missing';
  const wanted = packages(join(root, 'package-lock.json'));
  const installed = packages(installedFile);
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link === true) continue;
    const found = installed[path];
    if (found === undefined && entry.optional === true) continue;
    if (found?.version !== entry.version) {
      return `${path} should be ${entry.version}, is ${found?.version ?? 'missing'}`;
    }
  }
  return undefined;
}

/**
 * Installs the npm dependencies when they are missing or not those of the lock file.
 * @param {string} root
 */
export function ensureDependencies(root) {
  const reason = installReason(root);
  if (reason === undefined) return;
  say('setup', `${reason}: running npm ci (needs a package registry, once)`);
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    // Its output is talk, not this program's result.
    stdio: ['ignore', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new SetupError('npm ci failed; its reason is above');
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>}
 */
function packages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
