import { useCallback, useEffect, useState } from 'react';
import type { ExplorePlaceStore } from '../explore-place.ts';
import type { Rows } from './row-source.ts';

/**
 * The position of the list, tied to events: when another answer comes, the event that was kept in view is put where
 * it lies now, and the position is kept as the event at the upper edge, not as a number.
 */
export function useAnchor(
  store: ExplorePlaceStore,
  rows: Rows,
): readonly [number, (top: number) => void] {
  const [top, setTop] = useState(store.getState().anchor?.top ?? 0);
  const [answer, setAnswer] = useState(0);

  if (rows.answer !== answer) {
    // During this render already, so that no frame shows the new rows at the old place.
    setAnswer(rows.answer);
    setTop(topAfter(store, rows, top));
  }
  useEffect(() => {
    if (rows.anchor === undefined) return;
    const { cursor } = store.getState();
    const { key, row } = rows.anchor;
    if (cursor.key !== undefined && cursor.key !== key) return;
    store.setState({
      cursor: { ...cursor, key: row === undefined ? undefined : key, row: row ?? 0 },
    });
    // Once for each answer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows.answer]);

  const { rowAt } = rows;
  const move = useCallback(
    (next: number) => {
      setTop(next);
      const row = rowAt(Math.floor(next));
      store.setState({ anchor: row === undefined ? undefined : { key: row.key, top: next } });
    },
    [store, rowAt],
  );
  return [top, move];
}

/** Rows above an event that is brought into view from elsewhere. */
const ROOM_ABOVE = 6;

function topAfter(store: ExplorePlaceStore, rows: Rows, top: number): number {
  const { anchor, cursor } = store.getState();
  const at = rows.anchor?.row;
  if (at === undefined) return 0;
  // The event at the upper edge stays there; the one under the cursor gets some room above it.
  if (anchor?.key === rows.anchor?.key) return at + ((anchor?.top ?? top) % 1);
  return cursor.key === rows.anchor?.key ? Math.max(0, at - ROOM_ABOVE) : at;
}
