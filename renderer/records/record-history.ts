import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { describe } from '#shared/work/describe.ts';
import { parseHlc } from '#shared/work/hlc.ts';
import type { Op } from '#shared/work/op.ts';
import type { Work } from '#renderer/state/work.ts';

/** One act on a record that counts, as the log has it. */
export interface RecordAct {
  readonly op: Op;
  readonly sentence: string;
  readonly analyst: string;
  /** When it was done, which is when it was known. */
  readonly at: Instant;
  readonly reason?: string;
}

const touches = ({ body }: Op, id: RecordId): boolean =>
  (body.kind === 'record.add' && body.record.id === id) ||
  ((body.kind === 'record.edit' || body.kind === 'record.remove') && body.record === id);

/** Everything done to a record, newest first. Read anew when `work`'s version moves. */
export function historyOf({ log }: Work, id: RecordId): readonly RecordAct[] {
  return log.ops
    .filter((op) => touches(op, id) && log.counts(op.id))
    .map((op) => ({
      op,
      sentence: describe(op, log.state, (other) => log.get(other)),
      analyst: log.state.analysts.get(op.analyst)?.name ?? op.analyst,
      at: instantFromMs(parseHlc(op.clock).ms),
      ...(op.reason !== undefined && { reason: op.reason }),
    }))
    .reverse();
}
