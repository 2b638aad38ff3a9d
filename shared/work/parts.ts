import { splitSet } from './event-sets.ts';
import type { OpBody } from './op.ts';

/** Events in one operation: some four megabytes of log, sealed in about a tenth of a second. */
const EVENTS_PER_OP = 1_000_000;

/** An act as the operations it takes: a set too large for one is split, and its parts share a group. */
export function partsOf(body: OpBody, most = EVENTS_PER_OP): readonly OpBody[] {
  const large =
    body.kind === 'tag.add' || body.kind === 'tag.remove' || body.kind === 'review.mark';
  if (!large || body.events.count <= most) return [body];
  return splitSet(body.events, most).map((events) => ({ ...body, events }));
}
