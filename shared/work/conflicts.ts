import type { OpId } from '../model/ids.ts';
import { canonicalJson } from './canonical-json.ts';
import { Causality } from './causality.ts';
import { intersect, subtract } from './event-sets.ts';
import type { FieldWrite } from './field-writes.ts';
import { fieldWrites } from './field-writes.ts';
import { grouped } from './grouped.ts';
import type { Op } from './op.ts';
import { byClock } from './op-order.ts';

/**
 * Analysts who did not know of each other's act gave one field two values. The newest counts; the others are shown
 * beside it until somebody who knows of all of them has chosen, which is done by performing a version's `again`.
 */
export interface Conflict {
  readonly winner: FieldWrite;
  readonly others: readonly FieldWrite[];
}

export interface Conflicts {
  readonly found: readonly Conflict[];
  /** Too many acts on one tag to compare them all: there may be more. */
  readonly incomplete: boolean;
}

/** So that a log made to be slow is not. */
const MOST_PAIRS = 200_000;

/** Conflicts that stand in a log whose ops are in clock order. */
export function conflicts(ops: readonly Op[], counts: (id: OpId) => boolean): Conflicts {
  if (new Set(ops.map(({ analyst }) => analyst)).size < 2) return { found: [], incomplete: false };
  const causality = new Causality(ops);
  const standing = ops.filter(({ id }) => counts(id));
  const tags = tagConflicts(standing, causality);
  return {
    found: [...fieldConflicts(standing, causality), ...tags.found],
    incomplete: tags.incomplete,
  };
}

function fieldConflicts(ops: readonly Op[], causality: Causality): readonly Conflict[] {
  const subjects = grouped(ops.flatMap(fieldWrites), ({ subject }) => canonicalJson(subject));
  return [...subjects.values()].flatMap((writes) => {
    const fields = grouped(writes, ({ field }) => field);
    const removals = fields.get('existence') ?? [];
    const lost = removals.flatMap((removal) => removedUnderEdit(removal, writes, causality));
    return [...lost, ...[...fields.values()].flatMap((field) => disagreement(field, causality))];
  });
}

/** The values that nobody who set the field has seen: more than one, by more than one analyst, is a conflict. */
function disagreement(writes: readonly FieldWrite[], causality: Causality): readonly Conflict[] {
  const unseen: FieldWrite[] = [];
  for (const write of writes) {
    const left = unseen.filter(({ op }) => !causality.knows(write.op, op));
    unseen.splice(0, unseen.length, ...left, write);
  }
  const winner = unseen.pop();
  if (winner === undefined) return [];
  const value = canonicalJson(winner.value);
  const others = unseen.filter(
    (other) => other.op.analyst !== winner.op.analyst && canonicalJson(other.value) !== value,
  );
  return others.length === 0 ? [] : [{ winner, others }];
}

/** An edit that came to nothing because somebody who did not know of it took the thing away. */
function removedUnderEdit(
  removal: FieldWrite,
  writes: readonly FieldWrite[],
  causality: Causality,
): readonly Conflict[] {
  const settled = (edit: FieldWrite): boolean =>
    writes.some(({ op }) => causality.knows(op, edit.op) && causality.knows(op, removal.op));
  const others = writes
    .filter(({ field, op }) => field !== 'existence' && op.analyst !== removal.op.analyst)
    .filter((edit) => causality.concurrent(edit.op, removal.op) && !settled(edit))
    .map((edit) => ({ ...edit, again: { kind: 'retract', op: removal.op.id } as const }));
  return others.length === 0 ? [] : [{ winner: removal, others }];
}

type TagOp = Op & { readonly body: { readonly kind: 'tag.add' | 'tag.remove' } };
const isTagOp = (op: Op): op is TagOp =>
  op.body.kind === 'tag.add' || op.body.kind === 'tag.remove';

function tagConflicts(ops: readonly Op[], causality: Causality): Conflicts {
  const found: Conflict[] = [];
  let pairs = 0;
  for (const tagOps of grouped(ops.filter(isTagOp), ({ body }) => body.tag).values()) {
    const kinds = grouped(tagOps, ({ body }) => body.kind);
    for (const removal of kinds.get('tag.remove') ?? []) {
      for (const addition of kinds.get('tag.add') ?? []) {
        pairs += 1;
        if (pairs > MOST_PAIRS) return { found, incomplete: true };
        if (removal.analyst === addition.analyst) continue;
        if (!causality.concurrent(removal, addition)) continue;
        found.push(...overlap(removal, addition, tagOps, causality));
      }
    }
  }
  return { found, incomplete: false };
}

/** The events both acted on, except those that somebody who knew of both has acted on since. */
function overlap(
  removal: TagOp,
  addition: TagOp,
  tagOps: readonly TagOp[],
  causality: Causality,
): readonly Conflict[] {
  const settled = tagOps.filter(
    (op) => causality.knows(op, removal) && causality.knows(op, addition),
  );
  const events = settled.reduce(
    (left, op) => subtract(left, op.body.events),
    intersect(removal.body.events, addition.body.events),
  );
  if (events.count === 0) return [];
  const [other, winner] = [removal, addition].sort(byClock).map((op): FieldWrite => ({
    op,
    subject: { kind: 'tag', tag: op.body.tag },
    field: 'events',
    value: { on: op.body.kind === 'tag.add', count: events.count },
    again: { kind: op.body.kind, tag: op.body.tag, events },
  }));
  return winner === undefined || other === undefined ? [] : [{ winner, others: [other] }];
}
