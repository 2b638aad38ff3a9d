import { useEffect, useSyncExternalStore } from 'react';

/** The grid that had the focus last, of those on screen: of several its keys act, not those of the newest. */
let focused: string | undefined;
const listeners = new Set<() => void>();

function focusOn(id: string | undefined): void {
  if (focused === id) return;
  focused = id;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export interface GridTurn {
  /** Whether keys are meant for this grid, as far as the focus says. */
  readonly active: boolean;
  readonly onFocus: () => void;
}

export function useGridTurn(id: string): GridTurn {
  useEffect(
    () => () => {
      if (focused === id) focusOn(undefined);
    },
    [id],
  );
  const active = useSyncExternalStore(subscribe, () => focused === undefined || focused === id);
  return { active, onFocus: () => focusOn(id) };
}
