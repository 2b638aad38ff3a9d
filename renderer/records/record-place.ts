import { useState } from 'react';
import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { rowAbove } from '#renderer/ui/grid/row-above.ts';

const shape = z.object({
  cursor: z.number(),
  top: z.number(),
  /** Column that the list is sorted by, and which way. */
  sort: z.string().optional(),
  descending: z.boolean(),
  /** Words that the shown records contain. */
  filter: z.string(),
  /** Id of the record whose details are open. */
  open: z.string().optional(),
  layout: z.record(z.string(), z.number()).optional(),
});

export type RecordPlace = z.infer<typeof shape>;

const START: RecordPlace = { cursor: 0, top: 0, descending: false, filter: '' };

/** Where the analyst is in a list of records; survives leaving it. `name` is unique in the program. */
export function useRecordPlace(name: string) {
  const places = usePlaces();
  const [store] = useState(() => {
    const made = createStore<RecordPlace>(() => places.read(name, shape) ?? START);
    made.subscribe((place) => places.write(name, place));
    return made;
  });
  return store;
}

/** One of the rows open, with the cursor on it and in sight. */
export function cursorOn(
  rows: readonly { readonly id: string }[],
  id: string,
): Partial<RecordPlace> {
  const row = rows.findIndex((one) => one.id === id);
  return { open: id, ...(row >= 0 && { cursor: row, top: rowAbove(row) }) };
}

export type RecordPlaceStore = ReturnType<typeof useRecordPlace>;
