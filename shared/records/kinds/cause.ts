import { z } from 'zod';
import { line, madeId, name, prose } from '../../model/shapes.ts';
import type { BoardItemId } from '../../model/ids.ts';
import { events, recordId, standing } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** Why it could happen. Each cause may answer “why?” of another; the last answers are root causes. */
export const CAUSE = recordKind({
  type: 'cause',
  noun: 'cause',
  title: ({ title }) => title,
  required: {
    title: name,
    kind: z.enum(['root', 'contributing', 'intermediate']),
    standing,
    /** Order among its neighbours; fractional index text. */
    rank: line(200),
  },
  optional: {
    /** The cause whose “why?” it answers. */
    answers: recordId,
    /** The item of the board that it made possible. */
    enabled: madeId<BoardItemId>(),
    basis: prose,
    events,
  },
});

export type Cause = RecordOf<typeof CAUSE>;
