import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { useEffect } from 'react';

interface Status {
  /** Events selected on the screen in front, where it has a selection. */
  readonly selected?: number | undefined;
}

const store = createStore<Status>(() => ({}));

export const useStatus = (): Status => useStore(store);

/** Tells the status bar how many events are selected, while the screen is shown. */
export function useSelectedCount(selected: number): void {
  useEffect(() => {
    store.setState({ selected });
    return () => store.setState({ selected: undefined });
  }, [selected]);
}
