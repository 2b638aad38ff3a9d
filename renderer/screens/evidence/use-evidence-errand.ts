import { useEffect } from 'react';
import { errandDone, useNavigation } from '#renderer/state/navigation.ts';
import type { EvidencePlaceStore } from './evidence-place.ts';

/** Another screen asked for one file: opens its details. */
export function useEvidenceErrand(store: EvidencePlaceStore): void {
  const errand = useNavigation((navigation) => navigation.errand);
  useEffect(() => {
    if (errand?.kind !== 'evidence') return;
    store.setState({ open: errand.index, filter: 'all' });
    errandDone();
  }, [errand, store]);
}
