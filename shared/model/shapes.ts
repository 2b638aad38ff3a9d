import { z } from 'zod';
import type { EventId, OpId } from './ids.ts';

/** Sizes are in UTF-16 units. Case folders and other laptops are not trusted: everything has an end. */

/** A name or title on one line. */
// eslint-disable-next-line no-control-regex
const ONE_LINE = /^[^\u0000-\u001f\u007f\u0085\u2028\u2029]*$/;

/** Strings of a shape are given their brand here, after the shape was checked. */
export const branded = <T>(schema: z.ZodType<string>): z.ZodType<T> =>
  schema as unknown as z.ZodType<T>;

export const line = (max: number): z.ZodString => z.string().max(max).regex(ONE_LINE, 'one line');

export const name = z
  .string()
  .min(1)
  .max(500)
  .regex(ONE_LINE, 'one line')
  .refine((text) => text === text.trim(), 'no space around it');

export const prose = z.string().max(100_000);

/** Ids that Fireline makes up: UUIDs and the like. */
export const madeId = <T>(): z.ZodType<T> => branded<T>(z.string().regex(/^[\w-]{1,100}$/));

export const opId = branded<OpId>(z.string().regex(/^[0-9a-f]{64}$/));

export const eventId = branded<EventId>(
  z.string().regex(/^[0-9a-f]{32}\.[0-9a-f]{1,13}\.\d{1,5}$/),
);

export const eventIds = z.array(eventId).max(10_000);

/** int64 nanoseconds. */
export const instant = z
  .bigint()
  .min(-(2n ** 63n))
  .max(2n ** 63n - 1n);
