import { useEffect, useEffectEvent } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordType } from '#shared/records/record-kinds.ts';
import { errandDone, useNavigation } from '#renderer/state/navigation.ts';
import type { RecordPlacing, RecordScreen } from '#renderer/state/record-screens.ts';
import { tabFor } from '#renderer/state/record-screens.ts';

/** Another screen asked for a record: the screen that has it turns to the view that lists it, which then takes the errand. */
export function useRecordTab<S extends RecordScreen>(
  screen: S,
  turnTo: (tab: RecordPlacing<S>['tab']) => void,
): void {
  const errand = useNavigation((navigation) => navigation.errand);
  const turn = useEffectEvent(turnTo);
  useEffect(() => {
    if (errand?.kind !== 'record') return;
    const tab = tabFor(screen, errand.type);
    if (tab !== undefined) turn(tab);
  }, [errand, screen]);
}

/** The view that lists records of these kinds shows the one that was asked for, and then takes the focus. */
export function useRecordErrand(
  types: readonly RecordType[],
  show: (record: RecordId) => void,
  focus: () => void,
): void {
  const errand = useNavigation((navigation) => navigation.errand);
  const wanted = errand?.kind === 'record' && types.includes(errand.type) ? errand : undefined;
  const take = useEffectEvent(show);
  const focusView = useEffectEvent(focus);
  useEffect(() => {
    if (wanted === undefined) return;
    take(wanted.id);
    errandDone();
    // Once it is drawn with what was asked for.
    requestAnimationFrame(() => focusView());
  }, [wanted]);
}
