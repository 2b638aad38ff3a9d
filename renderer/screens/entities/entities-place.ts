import { useState } from 'react';
import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import { ENTITY_KINDS, VERDICTS } from '#shared/records/kinds/entity.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';

export const TABS = ['list', 'graph', 'logons', 'rehearsal', 'transfers', 'impact'] as const;
export type Tab = (typeof TABS)[number];

const entity = z.object({ kind: z.enum(ENTITY_KINDS), value: z.string() });

const shape = z.object({
  tab: z.enum(TABS),
  /** What the list shows. */
  kind: z.enum(['all', ...ENTITY_KINDS]),
  verdict: z.enum(['all', 'judged', ...VERDICTS]),
  noise: z.boolean(),
  /** Files and hashes too that only a listing of a disk names. */
  listings: z.boolean().default(false),
  /** What the graph is about. */
  centre: entity.optional(),
  hops: z.union([z.literal(1), z.literal(2)]),
  neighbours: z.union([z.literal(40), z.literal(120), z.literal(300)]),
  /** Within this time, for the graph and the logons. */
  from: z.bigint().optional(),
  to: z.bigint().optional(),
  /** Logons in which somebody is the intruder's, or all. */
  logons: z.enum(['all', 'intruder']),
  /** What would be cut off, and the days before which moment are looked at. */
  target: entity.optional(),
  days: z.number(),
  moment: z.bigint().optional(),
  layout: z.record(z.string(), z.number()).optional(),
});

export type EntitiesPlace = z.infer<typeof shape>;

const START: EntitiesPlace = {
  tab: 'list',
  kind: 'all',
  verdict: 'all',
  noise: false,
  listings: false,
  hops: 1,
  neighbours: 40,
  logons: 'all',
  days: 14,
};

/** Where the analyst is among the entities; survives leaving them. */
export function useEntitiesPlace() {
  const places = usePlaces();
  const [store] = useState(() => {
    const made = createStore<EntitiesPlace>(() => places.read('entities', shape) ?? START);
    made.subscribe((place) => places.write('entities', place));
    return made;
  });
  return store;
}

export type EntitiesPlaceStore = ReturnType<typeof useEntitiesPlace>;
