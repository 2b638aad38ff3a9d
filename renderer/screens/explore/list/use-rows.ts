import { useEffect, useState, useSyncExternalStore } from 'react';
import { useEngine, useTopic } from '#renderer/bridge/engine-context.tsx';
import { useSessionControl } from '#renderer/state/session-context.tsx';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { filterOf, sameView } from '../view.ts';
import { createRowSource } from './row-source.ts';
import type { RowSource, Rows } from './row-source.ts';

const AT_MOST_EVERY_MS = 900;

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
      source.ask(asked, anchor?.key ?? cursor.key, anchor?.top ?? 0);
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
    return (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        const { anchor } = store.getState();
        const top = anchor?.top ?? 0;
        // At the very beginning the newest first rows are wanted, not the rows that were first.
        source.refresh(top < 1 ? undefined : anchor?.key, top);
      }, AT_MOST_EVERY_MS);
    };
  });
  useTopic('events', refreshSoon);
  useTopic('work', source.marksChanged);
  return { source, rows };
}
