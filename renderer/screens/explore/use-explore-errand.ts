import { useEffect } from 'react';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { errandDone, useNavigation } from '#renderer/state/navigation.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import type { ExplorePlaceStore } from './explore-place.ts';
import { EVERYTHING, visit } from './view.ts';

/** Another screen asked for an event or a query: shows it. */
export function useExploreErrand(store: ExplorePlaceStore): void {
  const engine = useEngine();
  const errand = useNavigation((navigation) => navigation.errand);
  useEffect(() => {
    if (errand?.kind === 'query') {
      const { query, from, to } = errand;
      const crumbs = from === undefined || to === undefined ? [] : [{ from, to }];
      store.setState(({ history }) => ({
        mode: 'list',
        history: visit(history, { query, aside: [], crumbs, brush: undefined }),
        anchor: undefined,
      }));
      errandDone();
    }
    if (errand?.kind === 'event') {
      errandDone();
      engine
        .call('events.locate', { ids: [errand.id] })
        .then(([row]) => {
          if (row === undefined || row === null) {
            notify({ text: 'This event is in no evidence of this case.' });
            return;
          }
          store.setState(({ history, cursor, drawer, jumps }) => ({
            mode: 'list',
            history: visit(history, { ...EVERYTHING, order: history.view.order }),
            anchor: undefined,
            cursor: { ...cursor, key: row.key },
            drawer: { ...drawer, open: true },
            jumps: jumps + 1,
          }));
        })
        .catch((error: unknown) => notifyFailure('The event could not be found.', error));
    }
  }, [engine, errand, store]);
}
