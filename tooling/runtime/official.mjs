import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { download } from './download.mjs';
import { unzip } from './unzip.mjs';

const publishedAt = 'https://github.com/electron/electron/releases/download/';

/**
 * The official build that package.json declares, for this platform.
 * @typedef {object} OfficialBuild
 * @property {string} version
 * @property {string} url
 * @property {string} sha256 from the electron package's own checksums.json
 */

/**
 * Electron's own installer needs a newer Node than we ask for, hence this one. It reads the same variables:
 * ELECTRON_MIRROR (with a trailing slash or not) and ELECTRON_CUSTOM_DIR ('{{ version }}' is replaced).
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @returns {OfficialBuild | undefined} undefined when no build is published for this platform
 */
export function officialBuild(root, env) {
  const require = createRequire(join(root, 'package.json'));
  /** @type {string} */
  const version = require('electron/package.json').version;
  /** @type {Record<string, string>} */
  const checksums = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'checksums.json'), 'utf8'),
  );
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const sha256 = checksums[name];
  if (sha256 === undefined) return undefined;
  const mirror = env['ELECTRON_MIRROR'] ?? publishedAt;
  const folder = (env['ELECTRON_CUSTOM_DIR'] ?? 'v{{ version }}').replace('{{ version }}', version);
  return { version, url: `${mirror.replace(/\/*$/, '/')}${folder}/${name}`, sha256 };
}

/**
 * Downloads the official build and unpacks it.
 * @param {OfficialBuild} build
 * @param {string} folder
 * @param {{ answerWithin: number, stallAfter: number }} limits in ms
 */
export async function fetchOfficial(build, folder, limits) {
  const zip = join(folder, 'electron.zip');
  await download(build.url, zip, { sha256: build.sha256, ...limits });
  await unzip(zip, folder, (name) => name);
  rmSync(zip);
}
