import type { EvidenceItem } from '../../model/evidence.ts';
import type { AnalystId, OpId } from '../../model/ids.ts';
import type { Instant } from '../../model/time.ts';
import type { Op } from '../../work/op.ts';
import type { WorkState } from '../../work/work-state.ts';
import type { EventTimes } from '../clocks/clock.ts';
import { opTime, stateAt } from './past-state.ts';

/** All that a hand-over is made from. */
export interface BriefInput {
  /** In clock order. */
  readonly ops: readonly Op[];
  readonly counts: (id: OpId) => boolean;
  readonly state: WorkState;
  readonly since: Instant;
  readonly now: Instant;
  readonly evidence: readonly EvidenceItem[];
  readonly events: EventTimes;
  /** Writes an instant with its zone. */
  readonly timeText: (at: Instant) => string;
}

/** The same with what was known at its beginning, and the acts since then that count. */
export interface Shift extends BriefInput {
  readonly before: WorkState;
  readonly done: readonly Op[];
}

export const shiftOf = (input: BriefInput): Shift => ({
  ...input,
  before: stateAt(input.ops, input.since),
  done: input.ops.filter((op) => opTime(op) > input.since && input.counts(op.id)),
});

export const analystName = ({ state }: Shift, id: AnalystId): string =>
  state.analysts.get(id)?.name ?? 'an analyst';

/** The last act of the shift of which this is true. */
export const lastAct = ({ done }: Shift, is: (op: Op) => boolean): Op | undefined =>
  done.findLast(is);
