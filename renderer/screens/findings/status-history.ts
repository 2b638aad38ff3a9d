import type { Finding } from '#shared/model/finding.ts';
import type { FindingId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { parseHlc } from '#shared/work/hlc.ts';
import type { Work } from '#renderer/state/work.ts';

/** One decision on a finding, read from the log. */
export interface Decision {
  readonly status: Finding['status'];
  readonly analyst: string;
  readonly at: Instant;
  readonly reason?: string;
}

/** Decisions that count, newest first. */
export function decisionsOn(work: Work, id: FindingId): readonly Decision[] {
  return work.log.ops
    .flatMap((op): readonly Decision[] => {
      const { body } = op;
      if (body.kind !== 'finding.edit' || body.finding !== id) return [];
      if (body.change.status === undefined || !work.log.counts(op.id)) return [];
      return [
        {
          status: body.change.status,
          analyst: work.log.state.analysts.get(op.analyst)?.name ?? op.analyst,
          at: instantFromMs(parseHlc(op.clock).ms),
          ...(op.reason !== undefined && { reason: op.reason }),
        },
      ];
    })
    .reverse();
}
