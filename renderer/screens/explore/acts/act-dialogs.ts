import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Target } from './target.ts';

/** The dialog an act asks its question in. */
export type ActKind = 'tag' | 'note' | 'board' | 'finding' | 'pivot';

interface Asking {
  readonly kind?: ActKind | undefined;
  readonly target?: Target | undefined;
}

const store = createStore<Asking>(() => ({}));

export const useAsking = (): Asking => useStore(store);

export const askFor = (kind: ActKind, target: Target): void => store.setState({ kind, target });

export const answered = (): void => store.setState({ kind: undefined, target: undefined });
