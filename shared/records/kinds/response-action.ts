import { z } from 'zod';
import { line, name, prose } from '../../model/shapes.ts';
import { events, recordId, technique, when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

export const ACTION_KINDS = ['containment', 'eradication', 'recovery'] as const;
export const ACTION_STATES = ['planned', 'done', 'verified', 'failed', 'reverted'] as const;

/** What was done against the intruder, as a record. Fireline itself does nothing to any system. */
export const RESPONSE_ACTION = recordKind({
  type: 'action',
  noun: 'action',
  title: ({ title }) => title,
  state: 'state',
  required: {
    title: name,
    kind: z.enum(ACTION_KINDS),
    state: z.enum(ACTION_STATES),
    /** The system, account or rule it was done to. */
    where: line(1_000),
  },
  optional: {
    /** The entity of `where`, when it is one. */
    entity: recordId,
    decidedBy: recordId,
    doneBy: recordId,
    at: when,
    result: prose,
    /** How it was made sure that it worked. */
    verification: prose,
    task: recordId,
    technique,
    events,
  },
});

export type ResponseAction = RecordOf<typeof RESPONSE_ACTION>;
