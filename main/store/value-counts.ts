import type { FacetValue } from '#shared/ipc/events.ts';
import { eachFew, type Bits } from './bits.ts';
import type { Codes } from './coded-columns.ts';

/** How often each code occurs. */
export interface CodeCounts {
  /** Codes and their counts, in no order; 0 is not among them. */
  readonly codes: Uint32Array;
  readonly counts: Uint32Array;
  readonly missing: number;
}

/** Codes of a small dictionary are counted in place, others (addresses) in a hash table. */
const SMALL = 1 << 16;

/** How often each code stands in these rows. `codes` covers them all. */
export function countCodes(rows: Bits, codes: Codes, dictionary: number): CodeCounts {
  return dictionary <= SMALL && codes.BYTES_PER_ELEMENT < 4
    ? countInPlace(rows, codes, dictionary)
    : countHashed(rows, codes);
}

function countInPlace(rows: Bits, codes: Codes, dictionary: number): CodeCounts {
  const all = new Uint32Array(dictionary);
  eachFew(rows, (some, count) => {
    for (let i = 0; i < count; i++) {
      const code = codes[some[i] as number] as number;
      all[code] = (all[code] as number) + 1;
    }
  });
  const met: number[] = [];
  for (let code = 1; code < dictionary; code++) if (all[code] !== 0) met.push(code);
  return {
    codes: Uint32Array.from(met),
    counts: Uint32Array.from(met, (code) => all[code] as number),
    missing: all[0] ?? 0,
  };
}

function countHashed(rows: Bits, codes: Codes): CodeCounts {
  let bits = 12;
  // A code and its count lie side by side, so that both come from memory at once.
  let table = new Uint32Array(2 << bits);
  let used = 0;
  let missing = 0;
  const place = (code: number): number => {
    const mask = table.length - 1;
    let at = (Math.imul(code, 0x9e37_79b1) >>> (32 - bits)) * 2;
    while (table[at] !== 0 && table[at] !== code) at = (at + 2) & mask;
    return at;
  };
  const grow = (): void => {
    const old = table;
    bits++;
    table = new Uint32Array(2 << bits);
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === 0) continue;
      const at = place(old[i] as number);
      table[at] = old[i] as number;
      table[at + 1] = old[i + 1] as number;
    }
  };
  eachFew(rows, (some, count) => {
    for (let i = 0; i < count; i++) {
      const code = codes[some[i] as number] as number;
      if (code === 0) {
        missing++;
        continue;
      }
      const at = place(code);
      if (table[at] === 0) {
        table[at] = code;
        used++;
      }
      table[at + 1] = (table[at + 1] as number) + 1;
      if (used * 4 > table.length) grow();
    }
  });
  const met = new Uint32Array(used);
  const counts = new Uint32Array(used);
  for (let i = 0, n = 0; i < table.length; i += 2) {
    if (table[i] === 0) continue;
    met[n] = table[i] as number;
    counts[n++] = table[i + 1] as number;
  }
  return { codes: met, counts, missing };
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
