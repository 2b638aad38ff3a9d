import { z } from 'zod';
import { line, name, prose } from '../../model/shapes.ts';
import { sha256s, technique, when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** What was looked for, in what, and how much of it was found: mostly nothing. */
export const NEGATIVE_FINDING = recordKind({
  type: 'negative-finding',
  noun: 'negative finding',
  title: ({ title }) => title,
  required: {
    title: name,
    query: line(20_000),
    /** When the query was last run. */
    soughtAt: when,
    matched: count,
    /** Events it ran over. */
    denominator: count,
    /** Sealed files it ran over: when others come, the result is stale. */
    evidence: sha256s,
  },
  optional: {
    from: when,
    to: when,
    /** What this evidence could not have shown. */
    coverage: prose,
    technique,
    conclusion: prose,
  },
});

export type NegativeFinding = RecordOf<typeof NEGATIVE_FINDING>;
