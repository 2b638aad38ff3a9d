import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import { INCIDENT_TABS } from '#renderer/state/screen-tabs.ts';
import type { Places } from '#renderer/state/places.ts';

const since = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hours'), hours: z.number() }),
  z.object({ kind: z.literal('session') }),
  z.object({ kind: z.literal('time'), text: z.string() }),
]);
/** From when on a hand-over tells. */
export type Since = z.infer<typeof since>;

const shape = z.object({
  tab: z.enum(INCIDENT_TABS),
  since,
  /** Which entries of the log are shown. */
  log: z.enum(['all', 'decision', 'communication']),
});

export type IncidentPlace = z.infer<typeof shape>;

const START: IncidentPlace = { tab: 'record', since: { kind: 'hours', hours: 8 }, log: 'all' };

/** Where the analyst is in Incident; survives leaving it. */
export function createIncidentPlace(places: Places) {
  const store = createStore<IncidentPlace>(() => places.read('incident', shape) ?? START);
  store.subscribe((place) => places.write('incident', place));
  return store;
}

export type IncidentPlaceStore = ReturnType<typeof createIncidentPlace>;
