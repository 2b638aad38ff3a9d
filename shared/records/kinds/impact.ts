import { z } from 'zod';
import { line, name, prose } from '../../model/shapes.ts';
import { events, standing, when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

export const IMPACT_AREAS = ['systems', 'data', 'people', 'business', 'cost'] as const;

/** What the incident did to the organisation and to others. */
export const IMPACT = recordKind({
  type: 'impact',
  noun: 'impact',
  title: ({ title }) => title,
  required: { title: name, area: z.enum(IMPACT_AREAS), standing },
  optional: {
    description: prose,
    /** How many of what: `1,240 customer records`. */
    quantity: line(500),
    /** In hundredths of the currency, and its ISO 4217 code. */
    cost: z
      .bigint()
      .min(0n)
      .max(2n ** 63n - 1n),
    currency: z.string().regex(/^[A-Z]{3}$/),
    from: when,
    until: when,
    events,
  },
});

export type Impact = RecordOf<typeof IMPACT>;
