import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

const schema = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']).catch('system'),
  density: z.enum(['compact', 'comfortable']).catch('compact'),
  times: z.enum(['utc', 'local']).catch('utc'),
  /** Keys without a modifier act (WCAG 2.1.4 asks that they can be switched off). */
  singleKeys: z.boolean().catch(true),
  /** Where the last files came from and why, offered again. */
  lastSource: z.string().catch(''),
  lastReason: z.string().catch(''),
  /** The case that was open when the page last ended; null after it was closed by hand. */
  openCase: z.string().nullable().catch(null),
});

export type Settings = z.infer<typeof schema>;

const KEY = 'fireline.settings';

function stored(storage: Storage): Settings {
  const text = storage.getItem(KEY);
  let value: unknown = {};
  try {
    value = text === null ? {} : JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Settings cut off by a power failure: the defaults are right again.
  }
  return schema.parse(typeof value === 'object' && value !== null ? value : {});
}

/** How this analyst likes the bench, on this machine; no part of any case. */
export function createSettings(storage: Storage) {
  const store = createStore<Settings>(() => stored(storage));
  store.subscribe((settings) => storage.setItem(KEY, JSON.stringify(settings)));
  return store;
}

export const settings = createSettings(window.localStorage);

export const useSettings = <T>(select: (settings: Settings) => T): T => useStore(settings, select);

export const changeSettings = (change: Partial<Settings>): void => settings.setState(change);
