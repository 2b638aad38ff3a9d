import { z } from 'zod';
import { line, name, prose } from '../../model/shapes.ts';
import { events, recordId, recordIds, responsePhase, sha256s, when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

export const TASK_STATES = ['open', 'in-progress', 'blocked', 'done', 'dropped'] as const;

/** Something to be done. */
export const TASK = recordKind({
  type: 'task',
  noun: 'task',
  title: ({ title }) => title,
  state: 'state',
  required: {
    title: name,
    phase: responsePhase,
    state: z.enum(TASK_STATES),
    /** Tasks that must be done before. */
    after: recordIds,
    /** Order within the phase; fractional index text. */
    rank: line(200),
  },
  optional: {
    owner: recordId,
    /** Who it is for, while nobody has it: a role of the playbook. */
    role: line(200),
    due: when,
    guidance: prose,
    notes: prose,
    events,
    /** What to look for in the evidence, in the query language. */
    query: line(20_000),
    /** What the query gave, as recorded: a negative finding or a finding's number of events. */
    result: prose,
    /** Digests of the files that the result was counted over, and what they could not have shown. */
    resultEvidence: sha256s,
    resultCoverage: prose,
    doneAt: when,
    /** The use of a playbook it came from, and the id of the step there. */
    playbook: recordId,
    step: line(200),
  },
});

export type Task = RecordOf<typeof TASK>;
