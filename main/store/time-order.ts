import type { EvidenceIndex } from '#shared/model/ids.ts';
import { eachBit, hasBit, setBit, type Bits, countBits, noBits } from './bits.ts';
import type { Extents } from './extents.ts';
import { sortByTime } from './radix-sort.ts';

/** Rows that came in and are not sorted in yet: times of `rows` rows from `row` on. */
export interface NewRows {
  readonly row: number;
  readonly evidence: EvidenceIndex;
  readonly n: number;
  readonly times: BigInt64Array;
}

const NOWHERE = 0xffff_ffff;
/** So many rows are sorted and merged in at once, which bounds the memory that sorting takes. */
const AT_ONCE = 1 << 22;

/**
 * All events by (time, key): what stands at a position, and at which position a row stands. Rows that come in wait
 * until somebody asks, and are then merged in from the end.
 */
export class TimeOrder {
  /** Rises when positions changed. */
  version = 0;
  count = 0;
  #times = new BigInt64Array(0);
  #rows = new Uint32Array(0);
  #positions = new Uint32Array(0);
  #waiting: NewRows[] = [];

  constructor(private readonly extents: Extents) {}

  add(rows: readonly NewRows[]): void {
    this.#waiting.push(...rows);
  }

  timeAt(position: number): bigint {
    return this.#times[position] ?? 0n;
  }

  rowAt(position: number): number {
    return this.#rows[position] ?? NOWHERE;
  }

  /** Rows by position; only the first `count` hold. */
  get rows(): Uint32Array {
    return this.#rows;
  }

  /** -1 for a row that is not there. */
  positionOf(row: number): number {
    const position = this.#positions[row] ?? NOWHERE;
    return position === NOWHERE ? -1 : position;
  }

  /** Events before a time. */
  before(time: bigint): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#times[middle] as bigint) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Rows as positions. */
  positionsOf(rowBits: Bits): Bits {
    const positions = noBits(this.count);
    if (countBits(rowBits) < this.count / 32) {
      eachBit(rowBits, (row) => {
        const position = this.#positions[row] ?? NOWHERE;
        if (position !== NOWHERE) setBit(positions, position);
      });
      return positions;
    }
    const rows = this.#rows;
    for (let word = 0, position = 0; word < positions.length; word++) {
      const end = Math.min(position + 32, this.count);
      let bits = 0;
      for (let bit = 0; position < end; position++, bit++) {
        const row = rows[position] as number;
        bits |= (((rowBits[row >>> 5] as number) >>> (row & 31)) & 1) << bit;
      }
      positions[word] = bits;
    }
    return positions;
  }

  /** Sorts in what came. */
  settle(): void {
    if (this.#waiting.length === 0) return;
    // Equal times stay in the order of keys.
    const waiting = this.#waiting.sort((a, b) => a.evidence - b.evidence || a.n - b.n);
    this.#waiting = [];
    const total = this.count + waiting.reduce((sum, { times }) => sum + times.length, 0);
    this.#reserve(total);
    for (let start = 0; start < waiting.length;) {
      let end = start;
      let rows = 0;
      do rows += waiting[end++]?.times.length ?? 0;
      while (end < waiting.length && rows < AT_ONCE);
      this.#merge(waiting.slice(start, end), rows);
      start = end;
    }
    this.version++;
  }

  /** Takes out what is not among the rows that are there. */
  keep(live: Bits): void {
    this.#waiting = this.#waiting.filter(({ row }) => hasBit(live, row));
    let kept = 0;
    for (let position = 0; position < this.count; position++) {
      const row = this.#rows[position] as number;
      if (!hasBit(live, row)) {
        this.#positions[row] = NOWHERE;
        continue;
      }
      this.#rows[kept] = row;
      this.#times[kept] = this.#times[position] as bigint;
      this.#positions[row] = kept++;
    }
    this.count = kept;
    this.version++;
  }

  #reserve(count: number): void {
    if (count > this.#rows.length) {
      // A quarter more than needed: ingest comes in hundreds of steps.
      const capacity = Math.ceil(count * 1.25);
      const times = new BigInt64Array(capacity);
      times.set(this.#times.subarray(0, this.count));
      const rows = new Uint32Array(capacity);
      rows.set(this.#rows.subarray(0, this.count));
      [this.#times, this.#rows] = [times, rows];
    }
    const { size } = this.extents;
    if (size > this.#positions.length) {
      const positions = new Uint32Array(Math.ceil(size * 1.25)).fill(NOWHERE);
      positions.set(this.#positions);
      this.#positions = positions;
    }
  }

  #merge(parts: readonly NewRows[], count: number): void {
    const times = new BigInt64Array(count);
    const rows = new Uint32Array(count);
    let filled = 0;
    for (const part of parts) {
      times.set(part.times, filled);
      for (let i = 0; i < part.times.length; i++) rows[filled + i] = part.row + i;
      filled += part.times.length;
    }
    sortByTime(times, rows);
    const old = this.count;
    let [mine, theirs, place] = [old - 1, count - 1, old + count - 1];
    while (theirs >= 0) {
      if (mine >= 0 && this.#follows(mine, times, rows, theirs)) {
        this.#times[place] = this.#times[mine] as bigint;
        this.#rows[place] = this.#rows[mine] as number;
        mine--;
      } else {
        this.#times[place] = times[theirs] as bigint;
        this.#rows[place] = rows[theirs] as number;
        theirs--;
      }
      place--;
    }
    this.count = old + count;
    for (let position = mine + 1; position < this.count; position++) {
      this.#positions[this.#rows[position] as number] = position;
    }
  }

  /** Does what stands at `mine` come after the new one? */
  #follows(mine: number, times: BigInt64Array, rows: Uint32Array, theirs: number): boolean {
    const [own, other] = [this.#times[mine] as bigint, times[theirs] as bigint];
    if (own !== other) return own > other;
    return (
      this.extents.keyOf(this.#rows[mine] as number) > this.extents.keyOf(rows[theirs] as number)
    );
  }
}
