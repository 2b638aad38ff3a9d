import { z } from 'zod';
import { line, name, prose } from '../../model/shapes.ts';
import { events, standing, when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** A line of the exfiltration register: what left, or was made ready to leave. */
export const TRANSFER = recordKind({
  type: 'transfer',
  noun: 'transfer',
  title: ({ title }) => title,
  required: {
    /** What data. */
    title: name,
    state: z.enum(['staged', 'left', 'prevented']),
    standing,
    events,
  },
  optional: {
    from: line(1_000),
    /** Where it was gathered, and as what. */
    staged: line(1_000),
    to: line(1_000),
    /** Bytes; at least so many when `atLeast`. */
    bytes: z
      .bigint()
      .min(0n)
      .max(2n ** 63n - 1n),
    atLeast: z.boolean(),
    at: when,
    end: when,
    notes: prose,
  },
});

export type Transfer = RecordOf<typeof TRANSFER>;
