import { useEffect } from 'react';
import { errandDone, useNavigation } from '#renderer/state/navigation.ts';
import type { FindingsPlaceStore } from './findings-place.ts';

/** Another screen asked for one finding, or for those of one technique. */
export function useFindingsErrand(store: FindingsPlaceStore): void {
  const errand = useNavigation((navigation) => navigation.errand);
  useEffect(() => {
    if (errand?.kind === 'findings-of') {
      const { technique } = errand;
      store.setState({ view: 'list', status: 'all', technique, cursor: 0, top: 0 });
    } else if (errand?.kind === 'finding') {
      store.setState({ view: 'list', status: 'all', technique: undefined, open: errand.id });
    } else return;
    errandDone();
  }, [errand, store]);
}
