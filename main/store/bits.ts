/** A set of numbers from 0: bit `i & 31` of word `i >> 5`. */
export type Bits = Uint32Array;

export const wordsFor = (size: number): number => (size + 31) >>> 5;

export const noBits = (size: number): Bits => new Uint32Array(wordsFor(size));

export const hasBit = (bits: Bits, i: number): boolean =>
  (((bits[i >>> 5] ?? 0) >>> (i & 31)) & 1) === 1;

export function setBit(bits: Bits, i: number): void {
  const word = i >>> 5;
  if (word < bits.length) bits[word] = (bits[word] ?? 0) | (1 << (i & 31));
}

export function popcount(word: number): number {
  let n = word - ((word >>> 1) & 0x5555_5555);
  n = (n & 0x3333_3333) + ((n >>> 2) & 0x3333_3333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

export function countBits(bits: Bits): number {
  let total = 0;
  for (let w = 0; w < bits.length; w++) total += popcount(bits[w] as number);
  return total;
}

/** Sets `from` … `to - 1`. */
export function setRange(bits: Bits, from: number, to: number): void {
  if (to <= from) return;
  const [first, last] = [from >>> 5, (to - 1) >>> 5];
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - ((to - 1) & 31));
  if (first === last) {
    bits[first] = (bits[first] ?? 0) | (head & tail);
    return;
  }
  bits[first] = (bits[first] ?? 0) | head;
  bits.fill(0xffff_ffff, first + 1, last);
  bits[last] = (bits[last] ?? 0) | tail;
}

/** Keeps only `from` … `to - 1`. */
export function keepRange(bits: Bits, from: number, to: number): void {
  const kept = new Uint32Array(bits.length);
  setRange(kept, from, Math.max(from, to));
  andInto(bits, kept);
}

export function andInto(bits: Bits, other: Bits): void {
  for (let w = 0; w < bits.length; w++) bits[w] = (bits[w] as number) & (other[w] ?? 0);
}

export function orInto(bits: Bits, other: Bits): void {
  for (let w = 0; w < bits.length; w++) bits[w] = (bits[w] as number) | (other[w] ?? 0);
}

/** Those of `all` that are not in `bits`. */
export function without(all: Bits, bits: Bits): Bits {
  const rest = new Uint32Array(all.length);
  for (let w = 0; w < rest.length; w++) rest[w] = (all[w] as number) & ~(bits[w] ?? 0);
  return rest;
}

export const isEmpty = (bits: Bits): boolean => bits.every((word) => word === 0);

/** Calls for each member, rising. */
export function eachBit(bits: Bits, visit: (i: number) => void): void {
  for (let w = 0; w < bits.length; w++) {
    let word = bits[w] as number;
    const base = w << 5;
    while (word !== 0) {
      const low = word & -word;
      visit(base + 31 - Math.clz32(low));
      word ^= low;
    }
  }
}

/** The same, many at a time: `members` holds the first `count`, and is filled anew for each call. */
export function eachFew(bits: Bits, visit: (members: Uint32Array, count: number) => void): void {
  const members = new Uint32Array(4_096);
  let count = 0;
  for (let w = 0; w < bits.length; w++) {
    let word = bits[w] as number;
    if (word === 0) continue;
    const base = w << 5;
    if (word === 0xffff_ffff) for (let i = 0; i < 32; i++) members[count++] = base + i;
    else {
      while (word !== 0) {
        const low = word & -word;
        members[count++] = base + 31 - Math.clz32(low);
        word ^= low;
      }
    }
    if (count + 32 > members.length) {
      visit(members, count);
      count = 0;
    }
  }
  if (count > 0) visit(members, count);
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) reversed |= 0x80 >> bit;
  return reversed;
});

/** As the bytes of a BIT of DuckDB: a count of padding bits, 0, then the highest bit first. */
export function bitString(bits: Bits): Uint8Array {
  const source = new Uint8Array(bits.buffer, bits.byteOffset, bits.byteLength);
  const bytes = new Uint8Array(source.length + 1);
  for (let i = 0; i < source.length; i++) bytes[i + 1] = REVERSED[source[i] as number] as number;
  return bytes;
}
