import type { Session } from 'electron';

const EVERY_MS = 1_000;

/**
 * Has the page's place and settings on disk within a second. Chromium by itself waits up to a minute, which a crash
 * would take with it. (Operations are in IndexedDB, which commits for itself.)
 */
export function keepStorage(session: Session): void {
  setInterval(() => session.flushStorageData(), EVERY_MS).unref();
}
