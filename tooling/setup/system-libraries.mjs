import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError, say } from '../say.mjs';

/**
 * Debian package(s) that bring what Electron links to, by soname; where Debian 13 and Ubuntu 24.04 renamed
 * one (64-bit time), the newer name comes second.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const packageOfLibrary = {
  'libasound.so.2': ['libasound2', 'libasound2t64'],
  'libatk-1.0.so.0': ['libatk1.0-0', 'libatk1.0-0t64'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  'libatspi.so.0': ['libatspi2.0-0', 'libatspi2.0-0t64'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2', 'libcups2t64'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgio-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libglib-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgobject-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libX11.so.6': ['libx11-6'],
  'libxcb.so.1': ['libxcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXss.so.1': ['libxss1'],
};

/**
 * Debian package of each command that Fireline starts but does not bring.
 * @type {Readonly<Record<string, string>>}
 */
const packageOfCommand = { Xvfb: 'xvfb', pdftotext: 'poppler-utils', pdfinfo: 'poppler-utils' };

/**
 * Makes sure that Electron's shared libraries and the named commands are there; on Debian they are installed
 * when we are root, and otherwise the exact command to run is said.
 * @param {{ dist: string, executable: string }} electron
 * @param {readonly string[]} commands
 */
export function ensureSystemLibraries(electron, commands) {
  if (process.platform !== 'linux') return;
  const libraries = missingLibraries(electron);
  const tools = commands.filter((command) => !onPath(command));
  if (libraries.length === 0 && tools.length === 0) return;

  const missing = [...libraries, ...tools].join(', ');
  const unknown = libraries.filter((library) => packageOfLibrary[library] === undefined);
  if (unknown.length > 0 || !onPath('apt-get')) {
    throw new SetupError(
      `this system lacks ${missing}; install ${unknown.length > 0 ? 'the packages that hold them' : 'them with its package manager'} and start again`,
    );
  }
  const choices = [
    ...libraries.map((library) => packageOfLibrary[library] ?? []),
    ...tools.map((tool) => [packageOfCommand[tool] ?? tool]),
  ];
  if (process.getuid?.() !== 0) {
    const names = [...new Set(choices.map(available))].join(' ');
    throw new SetupError(
      `this system lacks ${missing}. Run this, then start again:\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
    );
  }
  if (choices.some((names) => !names.some(hasCandidate))) {
    say(
      'setup',
      'reading the list of Debian packages (apt-get update), because it is empty or old',
    );
    apt(['update', '-qq']);
  }
  const names = [...new Set(choices.map(available))];
  say('setup', `this system lacks ${missing}: installing ${names.join(' ')} with apt-get`);
  if (!apt(['install', '-y', '-qq', '--no-install-recommends', ...names])) {
    say('setup', 'apt-get failed, perhaps on an old list: updating it and trying once more');
    apt(['update', '-qq']);
    if (!apt(['install', '-y', '-qq', '--no-install-recommends', ...names])) {
      throw new SetupError(`apt-get could not install ${names.join(' ')}; its reason is above`);
    }
  }
  const still = missingLibraries(electron);
  if (still.length > 0) throw new SetupError(`still missing after apt-get: ${still.join(', ')}`);
}

/**
 * Sonames that the loader does not find, of the binary and of the libraries beside it.
 * @param {{ dist: string, executable: string }} electron
 * @returns {string[]}
 */
export function missingLibraries(electron) {
  const own = readdirSync(electron.dist).filter((name) => /\.so(\.\d+)?$/.test(name));
  const run = spawnSync(
    'ldd',
    [electron.executable, ...own.map((name) => join(electron.dist, name))],
    {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  if (run.error !== undefined) return [];
  const found = [...run.stdout.matchAll(/^\s*(\S+) => not found$/gm)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(found)].filter((name) => !own.includes(name)).sort();
}

/** @param {string} command */
export function onPath(command) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * The first of the names that apt can install, or the first when apt knows none.
 * @param {readonly string[]} names
 */
function available(names) {
  return names.find(hasCandidate) ?? names[0] ?? '';
}

/** @param {string} name */
function hasCandidate(name) {
  const run = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /Candidate: \d/.test(run.stdout ?? '');
}

/** @param {readonly string[]} args */
function apt(args) {
  const run = spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  });
  return run.status === 0;
}
