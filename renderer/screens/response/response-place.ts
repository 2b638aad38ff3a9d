import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import type { Places } from '#renderer/state/places.ts';

export const TABS = ['tasks', 'actions', 'playbooks'] as const;
export type ResponseTab = (typeof TABS)[number];

const shape = z.object({
  tab: z.enum(TABS),
  view: z.enum(['board', 'list']),
  /** Tasks shown: of a person (`any`, `nobody`, or an id), … */
  owner: z.string(),
  phase: z.enum(['any', ...RESPONSE_PHASES]),
  /** … of a use of a playbook (`any`, `none`, or an id), … */
  playbook: z.string(),
  only: z.enum(['all', 'overdue', 'blocked']),
  /** The task the keys act on while the board is shown. */
  card: z.string().optional(),
  page: z.enum(['A4', 'Letter']),
  /** Actions are drawn beside the intruder's steps, unless that was put away. */
  sides: z.boolean().optional(),
  sidesLayout: z.record(z.string(), z.number()).optional(),
});

export type ResponsePlace = z.infer<typeof shape>;

export const EVERY_TASK = { owner: 'any', phase: 'any', playbook: 'any', only: 'all' } as const;

const START: ResponsePlace = { tab: 'tasks', view: 'board', ...EVERY_TASK, page: 'A4' };

/** Where the analyst is in the response; survives leaving it. */
export function createResponsePlace(places: Places) {
  const store = createStore<ResponsePlace>(() => places.read('response', shape) ?? START);
  store.subscribe((place) => places.write('response', place));
  return store;
}

export type ResponsePlaceStore = ReturnType<typeof createResponsePlace>;
