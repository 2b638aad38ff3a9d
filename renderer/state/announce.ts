import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

const store = createStore<{ readonly text: string }>(() => ({ text: '' }));
const AT_MOST_EVERY_MS = 1_000;

let last = 0;
let next: string | undefined;

/** Says a sentence through the status bar's live region; the newest, at most one a second. */
export function announce(text: string): void {
  if (next !== undefined) {
    next = text;
    return;
  }
  next = text;
  setTimeout(
    () => {
      last = Date.now();
      store.setState({ text: next ?? '' });
      next = undefined;
    },
    Math.max(0, last + AT_MOST_EVERY_MS - Date.now()),
  );
}

export const useAnnouncement = (): string => useStore(store, ({ text }) => text);
