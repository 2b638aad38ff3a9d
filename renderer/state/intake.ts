import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

interface Intake {
  /** Paths that were dropped, chosen or named, and wait for the analyst's word. */
  readonly paths: readonly string[];
}

const store = createStore<Intake>(() => ({ paths: [] }));

export const useIntake = (): Intake => useStore(store);

/** One path for all ways in: drop, dialog, command line. More paths join those that wait. */
export function offerEvidence(paths: readonly string[]): void {
  if (paths.length === 0) return;
  store.setState((state) => ({ paths: [...new Set([...state.paths, ...paths])] }));
}

export const intakeDone = (): void => store.setState({ paths: [] });
