import { z } from 'zod';
import { line, name, prose } from '../../model/shapes.ts';
import { recordId, recordIds, when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

export const CHANNELS = [
  'phone',
  'meeting',
  'e-mail',
  'message',
  'letter',
  'form',
  'other',
] as const;

/** What was told or received. */
export const COMMUNICATION = recordKind({
  type: 'communication',
  noun: 'communication',
  title: ({ title }) => title,
  required: {
    title: name,
    at: when,
    direction: z.enum(['told', 'received']),
    channel: z.enum(CHANNELS),
    /** The others: to whom it was told, from whom it came. */
    people: recordIds,
    text: prose,
  },
  optional: {
    /** Others who are not in the list of people. */
    others: line(1_000),
    by: recordId,
    deadline: recordId,
  },
});

export type Communication = RecordOf<typeof COMMUNICATION>;
