import { hasBit, popcount, type Bits } from './bits.ts';

/** Words whose members are counted together. */
const STRIDE = 16;

/** Matches by their positions in time order: how many, which is the nth, how many before, how many between. */
export class PositionSet {
  readonly total: number;
  /** Members before each run of `STRIDE` words. */
  private readonly before: Uint32Array;

  constructor(readonly bits: Bits) {
    this.before = new Uint32Array(Math.ceil(bits.length / STRIDE) + 1);
    let sum = 0;
    for (let w = 0; w < bits.length; w++) {
      if (w % STRIDE === 0) this.before[w / STRIDE] = sum;
      sum += popcount(bits[w] as number);
    }
    this.before[Math.ceil(bits.length / STRIDE)] = sum;
    this.total = sum;
  }

  has(position: number): boolean {
    return hasBit(this.bits, position);
  }

  /** Members below a position. */
  rank(position: number): number {
    const word = position >>> 5;
    let sum = this.before[Math.floor(word / STRIDE)] ?? this.total;
    for (let w = word - (word % STRIDE); w < word; w++) sum += popcount(this.bits[w] ?? 0);
    const rest = position & 31;
    return rest === 0 ? sum : sum + popcount((this.bits[word] ?? 0) & (-1 >>> (32 - rest)));
  }

  /** Positions of members `start` … `start + count - 1`. */
  slice(start: number, count: number): number[] {
    const positions: number[] = [];
    const end = Math.min(this.total, start + count);
    if (start < 0 || start >= end) return positions;
    let [low, high] = [0, this.before.length - 1];
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.before[middle] as number) <= start) low = middle;
      else high = middle;
    }
    let met = this.before[low] as number;
    for (let w = low * STRIDE; w < this.bits.length && met < end; w++) {
      let word = this.bits[w] as number;
      const here = popcount(word);
      if (met + here <= start) {
        met += here;
        continue;
      }
      while (word !== 0 && met < end) {
        const lowest = word & -word;
        if (met >= start) positions.push((w << 5) + 31 - Math.clz32(lowest));
        met++;
        word ^= lowest;
      }
    }
    return positions;
  }

  /** Members of this and another set from one position up to another. */
  countBoth(other: Bits, from: number, to: number): number {
    if (to <= from) return 0;
    const { bits } = this;
    const [first, last] = [from >>> 5, (to - 1) >>> 5];
    const head = -1 << (from & 31);
    const tail = -1 >>> (31 - ((to - 1) & 31));
    const both = (w: number): number => (bits[w] as number) & (other[w] as number);
    if (first === last) return popcount(both(first) & head & tail);
    let sum = popcount(both(first) & head) + popcount(both(last) & tail);
    for (let w = first + 1; w < last; w++)
      sum += popcount((bits[w] as number) & (other[w] as number));
    return sum;
  }
}
