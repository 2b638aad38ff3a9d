import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import { LANE_KINDS } from '#shared/board/lanes.ts';
import type { Places } from '#renderer/state/places.ts';

const shape = z.object({
  lanes: z.enum(LANE_KINDS),
  /** The table is always there: it is what keys act on and screen readers read. */
  view: z.enum(['both', 'table']),
  /** The item whose details are open. */
  open: z.string().optional(),
  cursor: z.number(),
  top: z.number(),
  layout: z.record(z.string(), z.number()).optional(),
  drawing: z.record(z.string(), z.number()).optional(),
});

export type BoardPlace = z.infer<typeof shape> & {
  /** Raised when the drawing is to show everything again. */
  readonly fit?: number;
};

const START: BoardPlace = { lanes: 'phase', view: 'both', cursor: 0, top: 0 };

/** Where the analyst is on the board; survives leaving it. */
export function createBoardPlace(places: Places) {
  const store = createStore<BoardPlace>(() => places.read('board', shape) ?? START);
  store.subscribe((place) => places.write('board', place));
  return store;
}

export type BoardPlaceStore = ReturnType<typeof createBoardPlace>;
