import { name, prose } from '../../model/shapes.ts';
import { recordIds, when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** What was decided, by whom and why. */
export const DECISION = recordKind({
  type: 'decision',
  noun: 'decision',
  title: ({ title }) => title,
  required: { title: name, at: when, by: recordIds, why: prose },
  optional: {
    /** What else could have been done, and why it was not. */
    alternatives: prose,
  },
});

export type Decision = RecordOf<typeof DECISION>;
