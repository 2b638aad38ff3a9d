import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { EventFilter } from '#shared/ipc/events.ts';

interface Asking {
  readonly filter?: EventFilter | undefined;
}

const asking = createStore<Asking>(() => ({}));

/** Opens the dialog that records a search as looked for, over whatever screen is in front. */
export const askLookedFor = (filter: EventFilter): void => asking.setState({ filter });

export const lookedForAnswered = (): void => asking.setState({ filter: undefined });

export const useAskedLookedFor = (): EventFilter | undefined =>
  useStore(asking, ({ filter }) => filter);
