import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { Places } from '#renderer/state/places.ts';
import { LEARNING_TABS } from '#renderer/state/screen-tabs.ts';

const shape = z.object({
  tab: z.enum(LEARNING_TABS),
  /** Up to how many operations the case is shown as known; absent for all there are. */
  known: z.number().optional(),
  /** What the slider's way stands for; time unless chosen otherwise. */
  scale: z.enum(['time', 'act']).optional(),
  /** Only the techniques that the case names. */
  usedOnly: z.boolean(),
  /** Techniques whose sub-techniques are unfolded. */
  unfolded: z.array(z.string()).readonly(),
  technique: z.string().optional(),
  cell: z.object({ row: z.number(), column: z.number() }),
  cause: z.string().optional(),
  causeRow: z.number(),
  /** The cause under the cursor, which stays on it when the tree changes. */
  causeAt: z.string().optional(),
  causeTop: z.number(),
  layout: z.record(z.string(), z.record(z.string(), z.number())),
});

export type LearningPlace = z.infer<typeof shape>;

const START: LearningPlace = {
  tab: 'clocks',
  usedOnly: true,
  unfolded: [],
  cell: { row: 0, column: 0 },
  causeRow: 0,
  causeTop: 0,
  layout: {},
};

/** Where the analyst is in Learning; survives leaving it. */
export function createLearningPlace(places: Places) {
  const store = createStore<LearningPlace>(() => places.read('learning', shape) ?? START);
  store.subscribe((place) => places.write('learning', place));
  return store;
}

export type LearningPlaceStore = ReturnType<typeof createLearningPlace>;

/** How the panes of one view were last arranged, for `Panes`. */
export const layoutOf = (
  store: LearningPlaceStore,
  view: string,
): {
  readonly layout: { readonly [pane: string]: number } | undefined;
  readonly onLayout: (layout: { readonly [pane: string]: number }) => void;
} => ({
  layout: store.getState().layout[view],
  onLayout: (layout) => store.setState((now) => ({ layout: { ...now.layout, [view]: layout } })),
});
