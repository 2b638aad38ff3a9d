import type { OpId } from '../model/ids.ts';
import { merge, reduceAll } from './fold.ts';
import { parseHlc } from './hlc.ts';
import type { Op } from './op.ts';
import { Retractions } from './retractions.ts';
import type { WorkState } from './work-state.ts';
import { EMPTY_WORK } from './work-state.ts';

/** Kept beside each other: enough that a seek folds a few thousand ops of a log of any length, and no more memory. */
const CHECKPOINTS = 40;
/** States of the latest seeks, to go on from while a handle is dragged. */
const RECENT = 6;

interface Checkpoint {
  /** How many ops, in clock order, it is the fold of. */
  readonly at: number;
  readonly state: WorkState;
}

/**
 * The case as it was known at any past moment: the fold of the operations up to then, in clock order. What was taken
 * back later still stood at that moment, so a retraction counts from its own place on and not before.
 */
export class KnownHistory {
  /** Every op once, in clock order. */
  readonly ops: readonly Op[];
  /** For each op: whether it counted when it came, and before how many ops it then turned. */
  private readonly first: readonly boolean[];
  private readonly turns = new Map<number, number[]>();
  /** For each place, the earliest op that the op there turned; Infinity for none. */
  private readonly reaches: Float64Array;
  private readonly places = new Map<OpId, number>();
  private readonly checkpoints = new Map<number, WorkState>([[0, EMPTY_WORK]]);
  private recent: readonly Checkpoint[] = [];
  private readonly step: number;

  constructor(ops: readonly Op[]) {
    this.ops = merge(ops, []);
    this.step = Math.max(64, Math.ceil(this.ops.length / CHECKPOINTS));
    this.reaches = new Float64Array(this.ops.length).fill(Infinity);
    const retractions = new Retractions();
    this.first = this.ops.map((op, at) => {
      this.places.set(op.id, at);
      for (const turned of retractions.add(op)) this.noteTurn(turned.id, at);
      return retractions.counts(op.id);
    });
  }

  get length(): number {
    return this.ops.length;
  }

  /** How many operations were there at a time, ms since 1970. */
  countAt(ms: number): number {
    let low = 0;
    let high = this.ops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.knownAt(middle) <= ms) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** When the operation at a place was done, ms since 1970. */
  knownAt(place: number): number {
    const op = this.ops[place];
    if (op === undefined) throw new RangeError(`the log has no operation ${place}`);
    return parseHlc(op.clock).ms;
  }

  /** Whether the op at a place counted when so many ops were there. */
  countsAt(place: number, count: number): boolean {
    const turned = this.turns.get(place)?.filter((at) => at < count).length ?? 0;
    return (this.first[place] ?? false) === (turned % 2 === 0);
  }

  /** What was known when so many operations were there. */
  stateAt(count: number): WorkState {
    const wanted = Math.max(0, Math.min(count, this.ops.length));
    let { at, state } = this.base(wanted);
    while (at < wanted) {
      const next = Math.min(wanted, (Math.floor(at / this.step) + 1) * this.step);
      state = reduceAll(state, this.ops.slice(at, next), (id) =>
        this.countsAt(this.places.get(id) ?? 0, wanted),
      );
      at = next;
      if (at % this.step === 0 && this.unturned(at, wanted)) this.checkpoints.set(at, state);
    }
    this.recent = [{ at, state }, ...this.recent.filter((known) => known.at !== at)].slice(
      0,
      RECENT,
    );
    return state;
  }

  /** The latest kept state whose ops still all count, or do not, as they did then. */
  private base(wanted: number): Checkpoint {
    const kept = [...this.checkpoints].map(([at, state]): Checkpoint => ({ at, state }));
    const usable = [...kept, ...this.recent]
      .filter(({ at }) => at <= wanted)
      .sort((a, b) => b.at - a.at)
      .find(({ at }) => this.unturned(at, wanted));
    return usable ?? { at: 0, state: EMPTY_WORK };
  }

  /** Whether no op before `at` was turned by one from there up to `wanted`. */
  private unturned(at: number, wanted: number): boolean {
    for (let place = at; place < wanted; place += 1) {
      if ((this.reaches[place] ?? Infinity) < at) return false;
    }
    return true;
  }

  private noteTurn(id: OpId, by: number): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    const turns = this.turns.get(place);
    if (turns === undefined) this.turns.set(place, [by]);
    else turns.push(by);
    this.reaches[by] = Math.min(this.reaches[by] ?? Infinity, place);
  }
}

/** The state as it was known at a time, ms since 1970. */
export function asKnownAt(ops: readonly Op[], ms: number): WorkState {
  const history = new KnownHistory(ops);
  return history.stateAt(history.countAt(ms));
}
