import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { EventKey } from '#shared/model/ids.ts';
import type { Places } from '#renderer/state/places.ts';
import { DEFAULT_COLUMNS } from './columns/column-ids.ts';
import { DEFAULT_FACETS } from './facets/facet-fields.ts';
import { MODE_IDS } from './mode.ts';
import { WINDOW_WIDTHS } from './rhythm/rhythm-ranges.ts';
import type { Selection } from './selection.ts';
import { NONE, selectionShape } from './selection.ts';
import { EVERYTHING, historyShape, rangeShape } from './view.ts';
import type { ViewHistory } from './view.ts';

export const DETAIL_TABS = ['event', 'fields', 'raw', 'hex', 'related'] as const;
export type DetailTab = (typeof DETAIL_TABS)[number];

const STACK = { field: 'process', rare: true };
const COMPARE = { field: 'process' };

const key = z.number().transform((value) => value as EventKey);

const shape = z.object({
  history: historyShape,
  /** Event at the upper edge of the list, and where in the list that is. */
  anchor: z.object({ key, top: z.number() }).optional(),
  /** The event the cursor is on. */
  cursor: z.object({ key: key.optional(), row: z.number(), column: z.number() }),
  selection: selectionShape,
  drawer: z.object({
    open: z.boolean(),
    tab: z.enum(DETAIL_TABS),
    /** Escape leaves it open, and it stays beside the list however narrow the window is. */
    pinned: z.boolean().catch(false),
  }),
  columns: z.array(z.object({ id: z.string(), width: z.number() })),
  facets: z.array(z.object({ field: z.string(), open: z.boolean(), rare: z.boolean() })),
  sideBar: z.boolean(),
  histogram: z.object({ scale: z.enum(['linear', 'log']), open: z.boolean() }),
  wrap: z.boolean(),
  /** How the matches are looked at. */
  mode: z.enum(MODE_IDS).catch('list'),
  /** The field whose values are stacked. */
  stack: z.object({ field: z.string(), rare: z.boolean() }).catch(STACK),
  /** The field whose values are compared, and in which ranges unless those of the view. */
  compare: z
    .object({ field: z.string(), pair: z.object({ a: rangeShape, b: rangeShape }).optional() })
    .catch(COMPARE),
  /** Width of the windows that bursts are counted in. */
  window: z.enum(WINDOW_WIDTHS.map(({ id }) => id)).catch('fitting'),
  /** Raised to have the event under the cursor brought into view again. */
  jumps: z.number().catch(0),
  /** Raised to have what is typed in the query bar, but not run, given up. */
  drops: z.number().catch(0),
  /** Queries run, newest first. */
  queries: z.array(z.string()),
  layout: z.record(z.string(), z.number()).optional(),
});

/** Where the analyst is in Explore, as one value that is stored whole. */
export interface ExplorePlace extends Omit<z.infer<typeof shape>, 'history' | 'selection'> {
  readonly history: ViewHistory;
  readonly selection: Selection;
}

const START: ExplorePlace = {
  history: { view: EVERYTHING, past: [], future: [] },
  cursor: { row: 0, column: 1 },
  selection: NONE,
  drawer: { open: false, tab: 'event', pinned: false },
  columns: [...DEFAULT_COLUMNS],
  facets: [...DEFAULT_FACETS],
  sideBar: true,
  histogram: { scale: 'linear', open: true },
  wrap: false,
  mode: 'list',
  stack: STACK,
  compare: COMPARE,
  window: 'fitting',
  jumps: 0,
  drops: 0,
  queries: [],
};

export function createExplorePlace(places: Places) {
  const store = createStore<ExplorePlace>(() => places.read('explore', shape) ?? START);
  store.subscribe((place) => places.write('explore', place));
  return store;
}

export type ExplorePlaceStore = ReturnType<typeof createExplorePlace>;
