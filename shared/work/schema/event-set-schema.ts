import { z } from 'zod';
import type { EventSet } from '../event-set.ts';
import type { Sha256 } from '../../model/ids.ts';
import { decodeMember } from '../event-set-codec.ts';
import { branded } from '../../model/shapes.ts';

/** Base64 characters of all members together: some four million events; a larger act is made of parts. */
export const MAX_LOCATOR_CHARS = 16 * 1024 * 1024;

const member = z
  .strictObject({
    evidence: branded<Sha256>(z.string().regex(/^[0-9a-f]{64}$/)),
    count: z.int().min(1),
    locators: z.string().min(1).max(MAX_LOCATOR_CHARS),
  })
  .refine((one) => decodeMember(one) !== undefined, 'places that cannot be read');

export const eventSet: z.ZodType<EventSet> = z
  .strictObject({
    count: z.int().min(0),
    query: z.string().max(20_000).exactOptional(),
    members: z.array(member).max(100_000),
  })
  .refine(
    ({ members }) => new Set(members.map(({ evidence }) => evidence)).size === members.length,
    'an evidence file is named twice',
  )
  .refine(
    ({ count, members }) => members.reduce((sum, one) => sum + one.count, 0) === count,
    'the count is not the sum of its parts',
  )
  .refine(
    ({ members }) =>
      members.reduce((sum, { locators }) => sum + locators.length, 0) <= MAX_LOCATOR_CHARS,
    'too large for one operation',
  );
