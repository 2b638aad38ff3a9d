import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a cached runtime says of itself.
 * @typedef {object} Marker
 * @property {'official' | 'carried' | 'override'} source
 * @property {string} version Electron's version, or 'unknown'
 * @property {string} [insteadOf] the official address that did not answer, when this one was taken instead
 * @property {string} [copyOf] what this is a copy of: its path, size and time of change
 */

/** The marker's file name; it belongs to one folder and is never linked into a copy. */
export const markerName = 'fireline-runtime.json';

/** @param {string} root the checkout */
export const cacheFolder = (root) => join(root, '.cache', 'electron');

/**
 * The marker of a cached runtime; undefined when there is none, or when it was never finished.
 * @param {string} folder
 * @returns {Marker | undefined}
 */
export function cached(folder) {
  const file = join(folder, markerName);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {string} folder
 * @param {Marker} marker
 */
export function mark(folder, marker) {
  writeFileSync(join(folder, markerName), `${JSON.stringify(marker, null, 2)}\n`);
}

/**
 * Fills a folder beside its final place and moves it there whole, so that a kill at any moment leaves either
 * no cached runtime or a complete one.
 * @param {string} folder
 * @param {(partial: string) => Promise<Marker>} fill
 */
export async function fillOnce(folder, fill) {
  const partial = `${folder}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    const marker = await fill(partial);
    mark(partial, marker);
    // Another process may have finished the same meanwhile, and be running it.
    if (JSON.stringify(cached(folder)) === JSON.stringify(marker)) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
