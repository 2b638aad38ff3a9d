import type { OpId } from '../model/ids.ts';
import type { Op } from './op.ts';

/**
 * Which ops count. An op does unless a retraction that itself counts names it; so retracting a retraction brings
 * its op back. Ops may be told in any order, retractions before what they retract included.
 */
export class Retractions {
  private readonly known = new Map<OpId, Op>();
  private readonly counting = new Map<OpId, Set<OpId>>();

  counts(id: OpId): boolean {
    return (this.counting.get(id)?.size ?? 0) === 0;
  }

  /** The retractions that stand against this op now. */
  against(id: OpId): readonly OpId[] {
    return [...(this.counting.get(id) ?? [])];
  }

  /** Takes in a new op and returns the known ops that began or ceased to count by it, itself left out. */
  add(op: Op): readonly Op[] {
    this.known.set(op.id, op);
    const turned: Op[] = [];
    let by = op;
    while (by.body.kind === 'retract') {
      const target = by.body.op;
      const before = this.counts(target);
      this.note(target, by.id, this.counts(by.id));
      const retracted = this.known.get(target);
      if (retracted === undefined || this.counts(target) === before) break;
      turned.push(retracted);
      by = retracted;
    }
    return turned;
  }

  private note(target: OpId, by: OpId, counts: boolean): void {
    const standing = this.counting.get(target);
    if (!counts) standing?.delete(by);
    else if (standing === undefined) this.counting.set(target, new Set([by]));
    else standing.add(by);
  }
}
