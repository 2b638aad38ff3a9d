import { useEffect } from 'react';
import { errandDone, useNavigation } from '#renderer/state/navigation.ts';
import { rowAbove } from '#renderer/ui/grid/row-above.ts';
import type { BoardPlaceStore } from './board-place.ts';
import type { BoardRow } from './board-rows.ts';

/** Another screen asked for one item: opens its details, with the cursor and the focus on it. */
export function useBoardErrand(store: BoardPlaceStore, rows: readonly BoardRow[]): void {
  const errand = useNavigation((navigation) => navigation.errand);
  useEffect(() => {
    if (errand?.kind !== 'board-item') return;
    const row = rows.findIndex((one) => one.kind === 'item' && one.item.id === errand.id);
    store.setState({ open: errand.id, ...(row >= 0 && { cursor: row, top: rowAbove(row) }) });
    errandDone();
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[role=grid][aria-label=Board]')?.focus(),
    );
  }, [errand, store, rows]);
}
