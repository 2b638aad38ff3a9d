import type { OpId } from '../model/ids.ts';
import { parseHlc } from './hlc.ts';
import type { Op } from './op.ts';

/** For each process that ever wrote, the newest of its clock readings that an author had. */
type Seen = ReadonlyMap<string, string>;

const NOTHING: Seen = new Map();

/**
 * Which acts were done in knowledge of which others, from what each op says it came after. One process writes its
 * ops one after another, so its newest op that was seen stands for all before it, and long stretches of one
 * process share one record of what it had seen of the others.
 */
export class Causality {
  private readonly seen = new Map<OpId, { readonly op: Op; readonly others: Seen }>();

  /** Ops in clock order. An op that claims to come after a later one is not believed. */
  constructor(ops: readonly Op[]) {
    for (const op of ops) this.seen.set(op.id, { op, others: this.othersSeenBy(op) });
  }

  /** Whether the author of `later` had `earlier`. */
  knows(later: Op, earlier: Op): boolean {
    const node = nodeOf(earlier);
    if (node === nodeOf(later)) return earlier.clock <= later.clock;
    return (this.seen.get(later.id)?.others.get(node) ?? '') >= earlier.clock;
  }

  concurrent(a: Op, b: Op): boolean {
    return !this.knows(a, b) && !this.knows(b, a);
  }

  private othersSeenBy(op: Op): Seen {
    const parents = op.after.flatMap((id) => this.seen.get(id) ?? []);
    const [first] = parents;
    if (first === undefined) return NOTHING;
    if (parents.length === 1 && nodeOf(first.op) === nodeOf(op)) return first.others;
    const seen = new Map<string, string>();
    for (const parent of parents) {
      for (const [node, clock] of parent.others) raise(seen, node, clock);
      raise(seen, nodeOf(parent.op), parent.op.clock);
    }
    return seen;
  }
}

const nodeOf = (op: Op): string => parseHlc(op.clock).node;

function raise(seen: Map<string, string>, node: string, clock: string): void {
  if ((seen.get(node) ?? '') < clock) seen.set(node, clock);
}
