import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { markerName } from './cache.mjs';

const appFolder = join('resources', 'app');

/**
 * Copies a runtime by hard links, so that it costs no room; files named in `own` become real copies that may
 * be changed. `resources/app` and the cache's marker are left out.
 * @param {string} from
 * @param {string} to
 * @param {readonly string[]} own paths relative to `from`
 */
export function linkedCopy(from, to, own) {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const source = join(entry.parentPath, entry.name);
    const name = relative(from, source);
    if (name === markerName || name === appFolder || name.startsWith(appFolder + sep)) continue;
    const target = join(to, name);
    if (entry.isDirectory()) {
      mkdirSync(target, { recursive: true });
    } else if (entry.isSymbolicLink()) {
      symlinkSync(readlinkSync(source), target);
    } else {
      mkdirSync(join(target, '..'), { recursive: true });
      if (own.includes(name)) copyFileSync(source, target);
      else linkOrCopy(source, target);
    }
  }
}

/**
 * Makes `resources/app` of a runtime a link to the checkout, which is where Electron looks for its app.
 * @param {string} dist
 * @param {string} root
 */
export function linkApp(dist, root) {
  const link = join(dist, appFolder);
  const target = root.replace(/[\\/]+$/, '');
  const found = lstatSync(link, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() === true && readlinkSync(link) === target) return;
  rmSync(link, { recursive: true, force: true });
  mkdirSync(join(dist, 'resources'), { recursive: true });
  symlinkSync(target, link, 'dir');
}

/**
 * Tells one file from another, or from itself before it was changed.
 * @param {string} file
 */
export function fileIdentity(file) {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}

/**
 * @param {string} source
 * @param {string} target
 */
function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
    // Another file system, or one that forbids or has no hard links.
    if (!['EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK', 'EACCES'].includes(code)) throw error;
    copyFileSync(source, target);
  }
}
