import { z } from 'zod';
import { line, name, prose } from '../../model/shapes.ts';
import { events, recordId } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** A safeguard, and what it did in this incident. */
export const CONTROL = recordKind({
  type: 'control',
  noun: 'control',
  title: ({ title }) => title,
  state: 'verdict',
  required: { title: name, verdict: z.enum(['held', 'partly', 'failed', 'absent']) },
  optional: {
    notes: prose,
    /** D3FEND technique or the organisation's own number for it. */
    reference: line(200),
    cause: recordId,
    events,
  },
});

export type Control = RecordOf<typeof CONTROL>;
