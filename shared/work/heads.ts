import type { OpId } from '../model/ids.ts';
import type { Op } from './op.ts';
import { byClock } from './op-order.ts';
import { MAX_AFTER } from './schema/op-schema.ts';

/** The ops that no known op came after. */
export class Heads {
  private readonly heads = new Set<OpId>();
  private readonly followed = new Set<OpId>();

  add(op: Op): void {
    for (const earlier of op.after) {
      this.followed.add(earlier);
      this.heads.delete(earlier);
    }
    if (!this.followed.has(op.id)) this.heads.add(op.id);
  }

  /** In text order, so that the same log gives the same list; of too many the newest. */
  newest(ops: ReadonlyMap<OpId, Op>): readonly OpId[] {
    const found = [...this.heads].flatMap((id) => ops.get(id) ?? []);
    if (found.length > MAX_AFTER) found.sort(byClock).splice(0, found.length - MAX_AFTER);
    return found.map((op) => op.id).sort();
  }
}
