import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { Places } from '#renderer/state/places.ts';
import { GROUPINGS, STATUSES } from './finding-rows.ts';

const shape = z.object({
  view: z.enum(['list', 'techniques']),
  group: z.enum(GROUPINGS),
  status: z.enum(['all', ...STATUSES]),
  /** Shows findings of this technique only. */
  technique: z.string().optional(),
  /** The finding whose details are open. */
  open: z.string().optional(),
  cursor: z.number(),
  top: z.number(),
  layout: z.record(z.string(), z.number()).optional(),
});

export type FindingsPlace = z.infer<typeof shape>;

const START: FindingsPlace = { view: 'list', group: 'none', status: 'all', cursor: 0, top: 0 };

/** Where the analyst is among the findings; survives leaving them. */
export function createFindingsPlace(places: Places) {
  const store = createStore<FindingsPlace>(() => places.read('findings', shape) ?? START);
  store.subscribe((place) => places.write('findings', place));
  return store;
}

export type FindingsPlaceStore = ReturnType<typeof createFindingsPlace>;
