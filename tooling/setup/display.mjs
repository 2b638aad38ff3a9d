import { spawn } from 'node:child_process';
import { SetupError, say } from '../say.mjs';

/** How long Xvfb may take to name its display, in ms. */
const startLimit = 15_000;

/**
 * @typedef {object} Display
 * @property {Record<string, string>} env what a program must be given to find it
 * @property {boolean} virtual true when it is an Xvfb of ours: no GPU behind it, nobody in front of it
 * @property {() => void} stop
 */

/** True when a person can see a window opened from here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

/** @returns {Display} the display that is there */
export function presentDisplay() {
  return { env: {}, virtual: false, stop: () => undefined };
}

/**
 * Starts an Xvfb on a free display that it chooses itself; it is stopped with this process.
 * @returns {Promise<Display>}
 */
export async function startVirtualDisplay() {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const stop = () => void server.kill('SIGTERM');
  process.once('exit', stop);
  const number = await displayNumber(server);
  server.unref();
  for (const stream of server.stdio) {
    if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref();
  }
  say('setup', `no display here: started a virtual one (Xvfb :${number})`);
  return {
    // No session bus lives behind a virtual display; saying so spares Chromium's complaints.
    env: { DISPLAY: `:${number}`, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    virtual: true,
    stop: () => {
      process.removeListener('exit', stop);
      stop();
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<number>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    const failed = (/** @type {string} */ why) => {
      clearTimeout(timer);
      reject(new SetupError(`Xvfb did not start: ${why} ${complaint.trim()}`.trim()));
    };
    const timer = setTimeout(() => {
      server.kill('SIGKILL');
      failed(`no answer in ${startLimit / 1000} s.`);
    }, startLimit);
    server.stderr?.on('data', (chunk) => (complaint += String(chunk)));
    server.once('error', (error) => failed(error.message));
    server.once('exit', (code) => failed(`it ended with ${code}.`));
    server.stdio[3]?.on('data', (chunk) => {
      said += String(chunk);
      const match = /^(\d+)\n/.exec(said);
      if (match === null) return;
      clearTimeout(timer);
      server.removeAllListeners('exit');
      resolve(Number(match[1]));
    });
  });
}
