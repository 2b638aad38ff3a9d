// node tooling/complete-lock.mjs: after `npm install` against a registry that holds only this platform's packages, the lock
// file lacks the optional packages of the others, and `npm ci` refuses it everywhere. This names them again: what they
// are for is read from their names, and no integrity is known for what could not be fetched.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { runCommand, say } from './say.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 */

const platformName =
  /(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64)/;

/**
 * Optional packages that the lock's packages name and the lock lacks.
 * @param {Readonly<Record<string, LockedPackage>>} packages
 * @returns {Record<string, LockedPackage>} by path in the tree
 */
export function missingFromLock(packages) {
  const known = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  /** @type {Record<string, LockedPackage>} */
  const missing = {};
  for (const [path, parent] of Object.entries(packages)) {
    if (path === '') continue;
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const [, os, cpu] = platformName.exec(name) ?? [];
      if (known.has(name) || os === undefined || cpu === undefined) continue;
      missing[`node_modules/${name}`] = {
        version,
        cpu: [cpu],
        ...(parent.dev && { dev: true }),
        ...(name.includes('musl') && { libc: ['musl'] }),
        ...(/gnu/.test(name) && { libc: ['glibc'] }),
        optional: true,
        os: [os],
      };
    }
  }
  return missing;
}

if (import.meta.filename === process.argv[1]) {
  await runCommand('lock', async () => {
    const file = join(root, 'package-lock.json');
    const lock = JSON.parse(readFileSync(file, 'utf8'));
    const missing = missingFromLock(lock.packages);
    const { '': own, ...others } = { ...lock.packages, ...missing };
    const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b, 'en'));
    lock.packages = { '': own, ...Object.fromEntries(sorted) };
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
    say('lock', `${Object.keys(missing).length} packages of other platforms named`);
    return 0;
  });
}
