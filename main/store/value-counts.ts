import type { FacetValue } from '#shared/ipc/events.ts';
import { eachBit } from './bits.ts';
import type { Codes } from './coded-columns.ts';
import type { PositionSet } from './position-set.ts';

/** How often each code occurs. */
export interface CodeCounts {
  /** Codes and their counts, in no order; 0 is not among them. */
  readonly codes: Uint32Array;
  readonly counts: Uint32Array;
  readonly missing: number;
}

/** Codes of a small dictionary are counted in place, others (addresses) in a hash table. */
const SMALL = 1 << 16;

export function countCodes(
  positions: PositionSet,
  rows: Uint32Array,
  codes: Codes,
  dictionary: number,
): CodeCounts {
  return dictionary <= SMALL && codes.BYTES_PER_ELEMENT < 4
    ? countInPlace(positions, rows, codes, dictionary)
    : countHashed(positions, rows, codes);
}

function countInPlace(
  positions: PositionSet,
  rows: Uint32Array,
  codes: Codes,
  dictionary: number,
): CodeCounts {
  const all = new Uint32Array(dictionary);
  eachBit(positions.bits, (position) => {
    const code = codes[rows[position] as number] as number;
    all[code] = (all[code] as number) + 1;
  });
  const met: number[] = [];
  for (let code = 1; code < dictionary; code++) if (all[code] !== 0) met.push(code);
  return {
    codes: Uint32Array.from(met),
    counts: Uint32Array.from(met, (code) => all[code] as number),
    missing: all[0] ?? 0,
  };
}

function countHashed(positions: PositionSet, rows: Uint32Array, codes: Codes): CodeCounts {
  let bits = 12;
  let keys = new Uint32Array(1 << bits);
  let counts = new Uint32Array(1 << bits);
  let used = 0;
  let missing = 0;
  const place = (code: number): number => {
    const mask = keys.length - 1;
    let at = Math.imul(code, 0x9e37_79b1) >>> (32 - bits);
    while (keys[at] !== 0 && keys[at] !== code) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    const [oldKeys, oldCounts] = [keys, counts];
    bits++;
    keys = new Uint32Array(1 << bits);
    counts = new Uint32Array(1 << bits);
    oldKeys.forEach((code, i) => {
      if (code === 0) return;
      const at = place(code);
      keys[at] = code;
      counts[at] = oldCounts[i] as number;
    });
  };
  eachBit(positions.bits, (position) => {
    const code = codes[rows[position] as number] as number;
    if (code === 0) {
      missing++;
      return;
    }
    const at = place(code);
    if (keys[at] === 0) {
      keys[at] = code;
      used++;
    }
    counts[at] = (counts[at] as number) + 1;
    if (used * 2 > keys.length) grow();
  });
  const met = new Uint32Array(used);
  const numbers = new Uint32Array(used);
  for (let i = 0, n = 0; i < keys.length; i++) {
    if (keys[i] === 0) continue;
    met[n] = keys[i] as number;
    numbers[n++] = counts[i] as number;
  }
  return { codes: met, counts: numbers, missing };
}

/** The most frequent (or rarest) values; among equally frequent ones by their text. */
export function topValues(
  { codes, counts }: Pick<CodeCounts, 'codes' | 'counts'>,
  limit: number,
  rare: boolean,
  text: (code: number) => string,
): FacetValue[] {
  const edge = edgeOf(counts, limit, rare);
  const better: FacetValue[] = [];
  const equal: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const count = counts[i] as number;
    if (count === edge) equal.push(codes[i] as number);
    else if (rare ? count < edge : count > edge) {
      better.push({ value: text(codes[i] as number), count });
    }
  }
  // A million values that occur once are cut by their codes first: their texts would take seconds.
  const some = equal.length > EQUALS ? Uint32Array.from(equal).sort().subarray(0, EQUALS) : equal;
  const last = Array.from(some, (code) => ({ value: text(code), count: edge }));
  const order = (a: FacetValue, b: FacetValue): number =>
    (rare ? a.count - b.count : b.count - a.count) || (a.value < b.value ? -1 : 1);
  return [...better, ...last].sort(order).slice(0, limit);
}

const EQUALS = 20_000;

/** The count that the last of `limit` values has. */
function edgeOf(counts: Uint32Array, limit: number, rare: boolean): number {
  if (counts.length === 0) return 0;
  const sorted = counts.slice().sort();
  return rare
    ? (sorted[Math.min(limit, sorted.length) - 1] as number)
    : (sorted[Math.max(0, sorted.length - limit)] as number);
}
