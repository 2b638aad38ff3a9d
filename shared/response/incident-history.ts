import type { AnalystId } from '../model/ids.ts';
import type { Instant } from '../model/time.ts';
import { instantFromMs } from '../model/time.ts';
import type { Incident } from '../records/kinds/incident.ts';
import { initialRecord } from '../records/record-kinds.ts';
import { parseHlc } from '../work/hlc.ts';
import type { Op } from '../work/op.ts';
import type { OpId } from '../model/ids.ts';

export const JUDGED = ['severity', 'status', 'tlp'] as const;
/** What of an incident is judged anew as more becomes known. */
export type Judged = (typeof JUDGED)[number];

/** One change of judgement, read from the operation that made it. */
export interface Judgement {
  readonly op: OpId;
  readonly field: Judged;
  readonly from: string;
  readonly to: string;
  readonly analyst: AnalystId;
  /** By the clock of the laptop it was entered on. */
  readonly at: Instant;
  readonly reason?: string;
}

/** Every change of severity, status and TLP that counts, oldest first. `ops` in clock order. */
export function judgementsOf(
  ops: readonly Op[],
  counts: (id: OpId) => boolean,
): readonly Judgement[] {
  const now = { ...(initialRecord('incident') as Incident) } as { [J in Judged]: string };
  return ops.flatMap(({ id, body, analyst, clock, reason }): readonly Judgement[] => {
    if (body.kind !== 'record.edit' || body.type !== 'incident' || !counts(id)) return [];
    return JUDGED.flatMap((field): readonly Judgement[] => {
      const to = body.change[field];
      const from = now[field];
      if (to === undefined || to === null || to === from) return [];
      now[field] = to;
      const at = instantFromMs(parseHlc(clock).ms);
      return [{ op: id, field, from, to, analyst, at, ...(reason !== undefined && { reason }) }];
    });
  });
}
