import { z } from 'zod';
import type { RecordId, Sha256 } from '../model/ids.ts';
import { branded, eventIds, instant, madeId } from '../model/shapes.ts';
import type { Instant } from '../model/time.ts';

/** Fields that several kinds of record share. */

export const recordId = madeId<RecordId>();
export const recordIds = z.array(recordId).max(10_000).readonly();
export const when = instant as unknown as z.ZodType<Instant>;
export const events = eventIds.readonly();
export const sha256s = z
  .array(branded<Sha256>(z.string().regex(/^[0-9a-f]{64}$/)))
  .max(100_000)
  .readonly();

/** How sure it is: proven by cited evidence · inferred from it · assumed. */
export const standing = z.enum(['proven', 'inferred', 'assumed']);

/** Id of an ATT&CK technique. */
export const technique = z.string().regex(/^T\d{4}(\.\d{3})?$/);

export const RESPONSE_PHASES = [
  'preparation',
  'detection-and-analysis',
  'containment',
  'eradication-and-recovery',
  'post-incident',
] as const;
/** The life of an incident after NIST SP 800-61r2, its third phase parted in two. */
export type ResponsePhase = (typeof RESPONSE_PHASES)[number];
export const responsePhase = z.enum(RESPONSE_PHASES);
