import type { Instant } from '../../model/time.ts';
import { instantFromMs } from '../../model/time.ts';
import { fold } from '../../work/fold.ts';
import { parseHlc } from '../../work/hlc.ts';
import type { Op } from '../../work/op.ts';
import type { WorkState } from '../../work/work-state.ts';

export const opTime = ({ clock }: Op): Instant => instantFromMs(parseHlc(clock).ms);

/** What was known at a past moment: what was done and undone until then, and nothing that came later. */
export const stateAt = (ops: readonly Op[], moment: Instant): WorkState =>
  fold(ops.filter((op) => opTime(op) <= moment));

/** A pause of an analyst that parts two sessions. */
const PAUSE = 4n * 3_600_000_000_000n;

/**
 * When an analyst's session before the one at `now` ended: their last act before a pause of four hours or more. An
 * analyst who has not acted for that long begins a session now. Undefined when there was none before.
 */
export function lastSessionEnd(
  ops: readonly Op[],
  analyst: Op['analyst'],
  now: Instant,
): Instant | undefined {
  let later = now;
  for (const op of ops.toReversed()) {
    if (op.analyst !== analyst) continue;
    const at = opTime(op);
    if (later - at >= PAUSE) return at;
    later = at;
  }
  return undefined;
}
