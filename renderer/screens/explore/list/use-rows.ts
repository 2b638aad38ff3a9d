import { useEffect, useState, useSyncExternalStore } from 'react';
import { useEngine, useTopic } from '#renderer/bridge/engine-context.tsx';
import { useSessionControl } from '#renderer/state/session-context.tsx';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { filterOf, sameView } from '../view.ts';
import { createRowSource } from './row-source.ts';
import type { RowSource, Rows } from './row-source.ts';

const AT_MOST_EVERY_MS = 900;
const ASKS_MARKS = /\b(tag|note|board|finding|reviewed)\b/i;

/** The rows of the view, asked anew when the view changes, when events arrive and when the engine comes back. */
export function useRows(store: ExplorePlaceStore): {
  readonly source: RowSource;
  readonly rows: Rows;
} {
  const engine = useEngine();
  const session = useSessionControl();
  const [source] = useState(() => createRowSource(engine));
  const rows = useSyncExternalStore(source.subscribe, source.rows);

  useEffect(() => {
    const ask = (): void => {
      const { history, cursor, anchor } = store.getState();
      const asked = { filter: filterOf(history.view), order: history.view.order };
      source.ask(asked, { cursor: cursor.key, anchor: anchor?.key }, anchor?.top ?? 0);
    };
    ask();
    const offSession = session.store.subscribe(({ epoch }, before) => {
      if (epoch !== before.epoch) ask();
    });
    const offPlace = store.subscribe((place, before) => {
      const other = !sameView(place.history.view, before.history.view);
      if (other || place.jumps !== before.jumps) ask();
    });
    return () => {
      offSession();
      offPlace();
    };
  }, [source, store, session]);

  const [refreshSoon] = useState(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    return (): void => {
      // The first events are asked for at once; what streams in after them, now and then.
      const wait = Math.max(0, asked + AT_MOST_EVERY_MS - Date.now());
      timer ??= setTimeout(() => {
        timer = undefined;
        asked = Date.now();
        const { anchor, cursor } = store.getState();
        const top = anchor?.top ?? 0;
        // At the very beginning the newest first rows are wanted, not the rows that were first.
        source.refresh({ cursor: cursor.key, anchor: top < 1 ? undefined : anchor?.key }, top);
      }, wait);
    };
  });
  useTopic('events', refreshSoon);
  useEffect(() => {
    // The cursor went on while the answer was under way: where it is now is another question.
    if (rows.answer > 0 && store.getState().cursor.key !== rows.kept.cursor) refreshSoon();
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows.answer]);
  useTopic('work', () => {
    source.marksChanged();
    // Tags may decide what matches.
    if (ASKS_MARKS.test(store.getState().history.view.query)) refreshSoon();
  });
  return { source, rows };
}
