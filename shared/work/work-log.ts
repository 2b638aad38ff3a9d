import type { OpId } from '../model/ids.ts';
import { reduceAll } from './fold.ts';
import { Heads } from './heads.ts';
import type { Hlc } from './hlc.ts';
import type { Op } from './op.ts';
import { byClock } from './op-order.ts';
import { Retractions } from './retractions.ts';
import { Snapshots } from './snapshots.ts';
import type { WorkState } from './work-state.ts';

/** What adding ops did. */
export interface LogChange {
  readonly before: WorkState;
  readonly after: WorkState;
  /** The ops that were new, in clock order. */
  readonly added: readonly Op[];
  /** Known ops that began or ceased to count. */
  readonly turned: readonly Op[];
  /** Every added op came after all that was known, so `after` is `before` with them done on top. */
  readonly onTop: boolean;
}

/**
 * The ops of a case and the state they make, kept up to date. An op that is newest costs one small copy; one that
 * arrives late, or a retraction, is folded again from the nearest snapshot before it.
 */
export class WorkLog {
  private readonly sorted: Op[] = [];
  private readonly byId = new Map<OpId, Op>();
  private readonly retractions = new Retractions();
  private readonly snapshots = new Snapshots();
  private readonly headOps = new Heads();
  private current = this.snapshots.latestUpTo(0).state;

  constructor(ops: readonly Op[] = []) {
    this.add(ops);
  }

  get state(): WorkState {
    return this.current;
  }

  /** All ops in clock order. The list is live: copy it to keep it. */
  get ops(): readonly Op[] {
    return this.sorted;
  }

  /** The newest clock reading in the log, own or foreign. */
  get clock(): Hlc | undefined {
    return this.sorted.at(-1)?.clock;
  }

  /** What the next op comes after. */
  get heads(): readonly OpId[] {
    return this.headOps.newest(this.byId);
  }

  get(id: OpId): Op | undefined {
    return this.byId.get(id);
  }

  counts(id: OpId): boolean {
    return this.retractions.counts(id);
  }

  /** The retractions that stand against this op now. */
  against(id: OpId): readonly OpId[] {
    return this.retractions.against(id);
  }

  add(ops: readonly Op[]): LogChange {
    const before = this.current;
    const last = this.sorted.at(-1);
    const added: Op[] = [];
    const turned: Op[] = [];
    for (const op of ops) {
      if (this.byId.has(op.id)) continue;
      this.byId.set(op.id, op);
      this.headOps.add(op);
      added.push(op);
      for (const known of this.retractions.add(op)) turned.push(known);
    }
    added.sort(byClock);
    const first = added[0];
    const onTop = first === undefined || last === undefined || byClock(last, first) < 0;
    for (const op of added) this.sorted.push(op);
    if (!onTop) this.sorted.sort(byClock);
    const earliest = [...added, ...turned].sort(byClock)[0];
    if (earliest !== undefined) this.refoldFrom(earliest, this.sorted.length - added.length);
    return { before, after: this.current, added, turned, onTop };
  }

  private refoldFrom(earliest: Op, known: number): void {
    const from = this.positionOf(earliest);
    this.snapshots.dropAfter(from);
    if (from < known) this.current = this.snapshots.latestUpTo(from).state;
    let { at } = from < known ? this.snapshots.latestUpTo(from) : { at: known };
    const end = this.sorted.length;
    while (at < end) {
      const next = this.snapshots.nextStop(at, end);
      const part = this.sorted.slice(at, next);
      this.current = reduceAll(this.current, part, (id) => this.retractions.counts(id));
      this.snapshots.keep(next, this.current);
      at = next;
    }
  }

  private positionOf(op: Op): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = this.sorted[middle];
      if (there !== undefined && byClock(there, op) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
