import { useCallback, useEffect, useState } from 'react';
import type { ExplorePlaceStore } from '../explore-place.ts';
import type { Rows } from './row-source.ts';

/**
 * The position of the list, tied to events: when another answer comes, the event under the cursor stays where it is on
 * the screen if it still matches, or else the one at the upper edge; the cursor never slips to another event unseen.
 * `fits` is how many rows the list shows.
 */
export function useAnchor(
  store: ExplorePlaceStore,
  rows: Rows,
  fits: number,
): readonly [number, (top: number) => void] {
  const [top, setTop] = useState(store.getState().anchor?.top ?? 0);
  const [seen, setSeen] = useState<Pick<Rows, 'answer' | 'asked'>>({ answer: 0, asked: undefined });

  if (rows.answer !== seen.answer) {
    // During this render already, so that no frame shows the new rows at the old place.
    setSeen({ answer: rows.answer, asked: rows.asked });
    setTop(topAfter(store, rows, { top, fits, other: seen.asked !== rows.asked }));
  }
  const { rowAt, answer, kept, total } = rows;
  useEffect(() => {
    const { cursor } = store.getState();
    if (kept.cursor === undefined || cursor.key !== kept.cursor) return;
    // An event that no longer matches leaves the cursor to the first one in view.
    const row = kept.cursorRow ?? Math.min(Math.ceil(top), Math.max(0, (total ?? 0) - 1));
    store.setState({ cursor: { ...cursor, row, key: rowAt(row)?.key } });
    // Once for each answer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [answer]);
  useEffect(() => {
    // Rows come after the cursor went to where they will be.
    const { cursor } = store.getState();
    const key = rowAt(cursor.row)?.key;
    if (cursor.key === undefined && key !== undefined)
      store.setState({ cursor: { ...cursor, key } });
  }, [store, rowAt]);

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

interface Before {
  readonly top: number;
  readonly fits: number;
  /** Another question was answered, not the same one again. */
  readonly other: boolean;
}

function topAfter(store: ExplorePlaceStore, rows: Rows, { top, fits, other }: Before): number {
  const { anchor, cursor } = store.getState();
  const { anchorRow, cursorRow } = rows.kept;
  const atAnchor = anchorRow === undefined ? undefined : anchorRow + ((anchor?.top ?? top) % 1);
  if (!other) return atAnchor ?? top;
  if (cursorRow !== undefined) {
    const above = cursor.row - top;
    const inView = above >= 0 && above <= fits - 1;
    return Math.max(0, cursorRow - (inView ? above : ROOM_ABOVE));
  }
  return atAnchor ?? 0;
}
