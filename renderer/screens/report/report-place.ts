import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { SectionId } from '#shared/model/ids.ts';
import type { Places } from '#renderer/state/places.ts';

export const SIDE_TABS = ['cite', 'document', 'figures', 'citations', 'review'] as const;
export type SideTab = (typeof SIDE_TABS)[number];

const shape = z.object({
  /** The report shown; the newest when it is absent or gone. */
  report: z.string().optional(),
  tab: z.enum(SIDE_TABS),
  /** Where it is read; at its beginning when absent. */
  at: z
    .object({ section: z.custom<SectionId>((id) => typeof id === 'string'), below: z.number() })
    .optional(),
  page: z.enum(['A4', 'Letter']),
  zoom: z.number().min(0.3).max(2),
  layout: z.record(z.string(), z.number()).optional(),
});

export type ReportPlace = z.infer<typeof shape>;

const START: ReportPlace = { tab: 'cite', page: 'A4', zoom: 0.9 };

/** Where the analyst is in the report; survives leaving it. */
export function createReportPlace(places: Places) {
  const store = createStore<ReportPlace>(() => places.read('report', shape) ?? START);
  store.subscribe((place) => places.write('report', place));
  return store;
}

export type ReportPlaceStore = ReturnType<typeof createReportPlace>;
