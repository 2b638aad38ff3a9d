import { z } from 'zod';
import { line, name, prose } from '../../model/shapes.ts';
import { recordId, when } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

/** A time by which somebody must be told. When it is, is computed from its beginning and its rule. */
export const DEADLINE = recordKind({
  type: 'deadline',
  noun: 'deadline',
  title: ({ title }) => title,
  required: {
    title: name,
    /** Id of the rule it follows (shared/response/clocks/regimes.ts), or `custom`. */
    regime: line(100),
    /** The key time it counts from; `met` for when the deadline `after` was met, `own` for `start`. */
    from: z.enum(['aware', 'detected', 'met', 'own']),
    count: z.number().int().min(0).max(100_000),
    unit: z.enum(['hours', 'days', 'months', 'business-days']),
    /** IANA name of the zone in which days begin and end. */
    zone: line(100),
  },
  optional: {
    start: when,
    /** The deadline whose meeting begins this one. */
    after: recordId,
    /** A last day that is no working day gives way to the next one that is. Never applied to hours. */
    nextWorkingDay: z.boolean(),
    /** Days that are not business days, as `YYYY-MM-DD`. */
    holidays: z.array(z.iso.date()).max(1_000).readonly(),
    /** The hour of its last day at which it ends, `HH:MM` in the zone; without it, the day's end. Never applied to hours. */
    until: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    authority: line(500),
    /** When it was met, or when it was found not to apply. */
    metAt: when,
    waivedBecause: prose,
    notes: prose,
  },
});

export const DEADLINE_UNITS = DEADLINE.required.unit.options;
export const DEADLINE_BEGINNINGS = DEADLINE.required.from.options;

export type Deadline = RecordOf<typeof DEADLINE>;
