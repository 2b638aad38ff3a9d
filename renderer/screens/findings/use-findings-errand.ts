import { useEffect, useEffectEvent } from 'react';
import type { Finding } from '#shared/model/finding.ts';
import type { Errand } from '#renderer/state/navigation.ts';
import { errandDone, useNavigation } from '#renderer/state/navigation.ts';
import { rowAbove } from '#renderer/ui/grid/row-above.ts';
import { findingRows } from './finding-rows.ts';
import type { FindingsPlaceStore } from './findings-place.ts';

const EVERY = { view: 'list', status: 'all' } as const;

/** Another screen asked for one finding, with the cursor and the focus on it, or for those of one technique. */
export function useFindingsErrand(
  store: FindingsPlaceStore,
  findings: readonly Finding[],
  focusList: () => void,
): void {
  const asked = useNavigation((navigation) => navigation.errand);
  const take = useEffectEvent((errand: Errand | undefined) => {
    if (errand?.kind === 'findings-of') {
      store.setState({ ...EVERY, technique: errand.technique, cursor: 0, top: 0 });
    } else if (errand?.kind === 'finding') {
      const row = findingRows(findings, store.getState().group).findIndex(
        (one) => one.kind === 'finding' && one.finding.id === errand.id,
      );
      const at = row >= 0 ? { cursor: row, top: rowAbove(row) } : {};
      store.setState({ ...EVERY, technique: undefined, open: errand.id, ...at });
    } else return;
    errandDone();
    requestAnimationFrame(focusList);
  });
  useEffect(() => take(asked), [asked]);
}
