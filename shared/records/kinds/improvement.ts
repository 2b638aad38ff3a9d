import { z } from 'zod';
import { name, prose } from '../../model/shapes.ts';
import { recordId, when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** A corrective action, to be followed after the incident is closed. */
export const IMPROVEMENT = recordKind({
  type: 'improvement',
  noun: 'improvement',
  title: ({ title }) => title,
  state: 'state',
  required: {
    title: name,
    priority: z.enum(['high', 'medium', 'low']),
    state: z.enum(['proposed', 'agreed', 'in-progress', 'done', 'rejected']),
  },
  optional: {
    owner: recordId,
    due: when,
    /** The cause it answers. */
    cause: recordId,
    lesson: recordId,
    notes: prose,
  },
});

export type Improvement = RecordOf<typeof IMPROVEMENT>;
