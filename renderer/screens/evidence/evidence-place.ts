import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { Places } from '#renderer/state/places.ts';

export const DRAWER_TABS = ['summary', 'custody', 'parsing', 'issues', 'raw'] as const;
export type DrawerTab = (typeof DRAWER_TABS)[number];

const shape = z.object({
  /** Evidence index whose drawer is open. */
  open: z.number().optional(),
  tab: z.enum(DRAWER_TABS),
  filter: z.enum(['all', 'attention']),
  /** Containers shown closed, by SHA-256. */
  collapsed: z.array(z.string()),
  cursor: z.number(),
  top: z.number(),
  layout: z.record(z.string(), z.number()).optional(),
});

export type EvidencePlace = z.infer<typeof shape> & {
  /** Offset the raw tab goes to, set by an issue. */
  readonly rawAt?: number | undefined;
};

const START: EvidencePlace = {
  tab: 'summary',
  filter: 'all',
  collapsed: [],
  cursor: 0,
  top: 0,
};

/** Where the analyst is on this screen; survives leaving it. */
export function createEvidencePlace(places: Places) {
  const store = createStore<EvidencePlace>(() => places.read('evidence', shape) ?? START);
  store.subscribe((place) => places.write('evidence', place));
  return store;
}

export type EvidencePlaceStore = ReturnType<typeof createEvidencePlace>;
