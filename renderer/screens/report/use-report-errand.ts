import { useEffect, useEffectEvent } from 'react';
import type { Errand } from '#renderer/state/navigation.ts';
import { errandDone, useNavigation } from '#renderer/state/navigation.ts';
import type { ReportPlaceStore } from './report-place.ts';
import { showSection } from './show-section.ts';

/** After the page of another report has come up. */
const SETTLE_MS = 60;

/** Shows the section of a report that another screen asked for. */
export function useReportErrand(store: ReportPlaceStore): void {
  const asked = useNavigation((navigation) => navigation.errand);
  const take = useEffectEvent((errand: Errand | undefined) => {
    if (errand?.kind !== 'section') return;
    store.setState({ report: errand.report, at: { section: errand.section, below: 0 } });
    errandDone();
    setTimeout(() => showSection(errand.section), SETTLE_MS);
  });
  useEffect(() => take(asked), [asked]);
}
