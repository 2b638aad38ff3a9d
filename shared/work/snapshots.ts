import type { WorkState } from './work-state.ts';
import { EMPTY_WORK } from './work-state.ts';

interface Snapshot {
  /** How many ops, in clock order, it is the fold of. */
  readonly at: number;
  readonly state: WorkState;
}

/**
 * States of the past to fold on from: many of late, few of long ago, so that undoing something recent costs next
 * to nothing and the number kept grows with the logarithm of the log.
 */
export class Snapshots {
  private kept: readonly Snapshot[] = [{ at: 0, state: EMPTY_WORK }];

  latestUpTo(at: number): Snapshot {
    const found = this.kept.findLast((snapshot) => snapshot.at <= at);
    if (found === undefined) throw new Error('the empty snapshot is always kept');
    return found;
  }

  dropAfter(at: number): void {
    this.kept = this.kept.filter((snapshot) => snapshot.at <= at);
  }

  /** Where to stop for a snapshot on the way from `at` to `end`: halfway, in halves down to the last few ops. */
  nextStop(at: number, end: number): number {
    return end - at <= 16 ? end : at + Math.ceil((end - at) / 2);
  }

  keep(at: number, state: WorkState): void {
    // Of those equally far back, to a factor of two, the oldest two stay.
    const ofAge = new Map<number, number>();
    this.kept = [...this.kept, { at, state }].filter((snapshot) => {
      const age = Math.floor(Math.log2(at - snapshot.at + 1));
      const older = ofAge.get(age) ?? 0;
      ofAge.set(age, older + 1);
      return snapshot.at === 0 || older < 2;
    });
  }
}
