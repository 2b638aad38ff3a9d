import { spawn } from 'node:child_process';
import { statfsSync } from 'node:fs';

/** Chromium wants more shared memory than a container's usual 64 MB. Bytes. */
const enoughSharedMemory = 512 * 1024 * 1024;

/**
 * Chromium switches that only a development machine needs; the packaged app never passes them.
 * @param {{ virtual: boolean }} display
 * @returns {string[]}
 */
export function developmentSwitches(display) {
  if (process.platform !== 'linux') return [];
  const switches = [];
  // Chromium refuses to start its sandbox as root.
  if (process.getuid?.() === 0) switches.push('--no-sandbox');
  // No GPU stands behind Xvfb; nor do the system services whose absence Chromium reports.
  if (display.virtual) switches.push('--disable-gpu', '--log-level=3');
  else if (!process.env['DISPLAY'] && process.env['WAYLAND_DISPLAY']) {
    switches.push('--ozone-platform-hint=auto');
  }
  const memory = statfsSync('/dev/shm');
  if (memory.bsize * memory.blocks < enoughSharedMemory) switches.push('--disable-dev-shm-usage');
  return switches;
}

/**
 * Starts the app and waits for its end, handing on the signals that ask for it.
 * @param {import('./resolve.mjs').ElectronRuntime} runtime
 * @param {import('../setup/display.mjs').Display} display
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} its exit code
 */
export function launch(runtime, display, args, env = {}) {
  const child = spawn(
    runtime.executable,
    [...runtime.appArguments, ...developmentSwitches(display), ...args],
    { stdio: 'inherit', env: { ...process.env, ...display.env, ...env } },
  );
  const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.removeListener('SIGINT', forward);
      process.removeListener('SIGTERM', forward);
      resolve(code ?? 1);
    });
  });
}
