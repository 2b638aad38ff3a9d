import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { Places } from '#renderer/state/places.ts';

export const SIDE_TABS = ['cite', 'document', 'figures', 'citations', 'review'] as const;
export type SideTab = (typeof SIDE_TABS)[number];

const shape = z.object({
  /** The report shown; the newest when it is absent or gone. */
  report: z.string().optional(),
  tab: z.enum(SIDE_TABS),
  top: z.number(),
  page: z.enum(['A4', 'Letter']),
  zoom: z.number().min(0.3).max(2),
  layout: z.record(z.string(), z.number()).optional(),
});

export type ReportPlace = z.infer<typeof shape>;

const START: ReportPlace = { tab: 'cite', top: 0, page: 'A4', zoom: 0.9 };

/** Where the analyst is in the report; survives leaving it. */
export function createReportPlace(places: Places) {
  const store = createStore<ReportPlace>(() => places.read('report', shape) ?? START);
  store.subscribe((place) => places.write('report', place));
  return store;
}

export type ReportPlaceStore = ReturnType<typeof createReportPlace>;
