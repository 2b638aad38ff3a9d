import type { OpId } from '../model/ids.ts';
import type { Op } from './op.ts';
import { byClock } from './op-order.ts';
import { reduce } from './reduce.ts';
import { Retractions } from './retractions.ts';
import { WorkDraft } from './work-draft.ts';
import type { WorkState } from './work-state.ts';
import { EMPTY_WORK } from './work-state.ts';

/** Every op of both, once, in clock order. */
export function merge(a: readonly Op[], b: readonly Op[]): readonly Op[] {
  const byId = new Map<OpId, Op>();
  for (const op of a) byId.set(op.id, op);
  for (const op of b) if (!byId.has(op.id)) byId.set(op.id, op);
  return [...byId.values()].sort(byClock);
}

/** The state that a set of ops makes. Their order and repetitions in the list do not matter. */
export function fold(ops: readonly Op[]): WorkState {
  const merged = merge(ops, []);
  const retractions = new Retractions();
  for (const op of merged) retractions.add(op);
  return reduceAll(EMPTY_WORK, merged, (id) => retractions.counts(id));
}

/** `fold` with one op more, for the op that is newest, is no retraction and is not retracted. */
export function apply(state: WorkState, op: Op): WorkState {
  return reduceAll(state, [op], () => true);
}

/** Reduces ops, in clock order, into a state that came of the ops before them. */
export function reduceAll(
  state: WorkState,
  ops: Iterable<Op>,
  counts: (id: OpId) => boolean,
): WorkState {
  const draft = new WorkDraft(state);
  for (const op of ops) if (counts(op.id)) reduce(draft, op);
  return draft.finish();
}
