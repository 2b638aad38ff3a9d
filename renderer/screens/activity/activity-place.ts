import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { AnalystId } from '#shared/model/ids.ts';
import type { Places } from '#renderer/state/places.ts';
import type { RowFilter } from './activity-rows.ts';
import { AREAS } from './activity-rows.ts';
import type { Area } from './activity-rows.ts';

const shape = z.object({
  area: z.enum(['all', ...(Object.keys(AREAS) as Area[])]),
  analyst: z.string(),
});

/** What is shown of the list; survives leaving it. */
export function createActivityPlace(places: Places) {
  const found = places.read('activity', shape);
  const store = createStore<RowFilter>(() => ({
    area: found?.area ?? 'all',
    analyst: (found?.analyst ?? 'all') as AnalystId | 'all',
  }));
  store.subscribe((place) => places.write('activity', place));
  return store;
}

export type ActivityPlaceStore = ReturnType<typeof createActivityPlace>;
