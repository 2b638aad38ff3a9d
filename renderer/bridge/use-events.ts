import type { MarkedRow } from '#shared/model/event.ts';
import type { EventId } from '#shared/model/ids.ts';
import { useRead } from './use-read.ts';

/** Asked for at most at once; callers show fewer. */
const MOST = 10_000;

/** The events of these identities; null for one that the case does not hold, absent while it is being read. */
export function useEvents(ids: readonly EventId[]): ReadonlyMap<EventId, MarkedRow | null> {
  const asked = [...new Set(ids)].slice(0, MOST);
  const { data } = useRead(
    'events.locate',
    { ids: asked },
    { enabled: asked.length > 0, keepPrevious: false },
  );
  return new Map(data?.map((row, n) => [asked[n] ?? ('' as EventId), row]) ?? []);
}
