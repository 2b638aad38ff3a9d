import { crc32 } from 'node:zlib';

/** Rows that share one sketch: a vector of the database, so that one that cannot match is never unpacked. */
export const BLOCK_ROWS = 2_048;
/** Bits for each byte of text; at this many, a word of eight letters wrongly passes one block of some hundred. */
const BITS_A_BYTE = 0.4;
const SMALLEST = 1 << 10;
const LARGEST = 1 << 24;
/** Before the bits: their number of bytes and their checksum. */
const HEAD = 8;

/** Letters of which a sketch knows whether they stand together somewhere in its block. */
export const GRAM = 4;

const hash = (gram: number): number => Math.imul(gram, 0x9e37_79b1) >>> 0;

/**
 * What stands in a block of folded text: one bit for each hash of four bytes that follow one another in a row. A text
 * is in the block only if the bits of all its grams are set.
 */
export function sketchOf(
  bytes: Uint8Array,
  offsets: Uint32Array,
  from: number,
  to: number,
): Buffer {
  const [start, end] = [offsets[from] ?? 0, offsets[to] ?? 0];
  let size = SMALLEST;
  while (size < (end - start) * BITS_A_BYTE && size < LARGEST) size *= 2;
  const shift = Math.clz32(size) + 1;
  const sketch = Buffer.alloc(HEAD + size / 8);
  const bits = sketch.subarray(HEAD);
  // Grams that span two rows are set as well: a few bits too many, and one loop.
  let gram = 0;
  for (let i = start; i < end; i++) {
    gram = (gram >>> 8) | ((bytes[i] as number) << 24);
    if (i - start < GRAM - 1) continue;
    const bit = hash(gram) >>> shift;
    bits[bit >>> 3] = (bits[bit >>> 3] as number) | (1 << (bit & 7));
  }
  sketch.writeUInt32LE(size / 8, 0);
  sketch.writeUInt32LE(crc32(bits), 4);
  return sketch;
}

/** Hashes of the grams of a folded text; none when it is too short to be looked up. */
export function gramsOf(folded: string): Uint32Array {
  const bytes = Buffer.from(folded, 'utf8');
  const grams = new Set<number>();
  for (let i = 0; i + GRAM <= bytes.length; i++) grams.add(hash(bytes.readInt32LE(i)));
  return Uint32Array.from(grams);
}

/**
 * Which blocks of a run of sketches may hold all grams, by number. A sketch that is damaged may hold anything.
 */
export function mayHold(
  sketches: Buffer,
  grams: Uint32Array,
  visit: (block: number) => void,
): void {
  for (let at = 0, block = 0; at + HEAD <= sketches.length; block++) {
    const length = sketches.readUInt32LE(at);
    const bits = sketches.subarray(at + HEAD, at + HEAD + length);
    const shift = Math.clz32(length * 8) + 1;
    if (holds(bits, grams, shift) || crc32(bits) !== sketches.readUInt32LE(at + 4)) visit(block);
    at += HEAD + length;
  }
}

function holds(bits: Buffer, grams: Uint32Array, shift: number): boolean {
  for (let i = 0; i < grams.length; i++) {
    const bit = (grams[i] as number) >>> shift;
    if ((((bits[bit >>> 3] as number) >>> (bit & 7)) & 1) === 0) return false;
  }
  return true;
}
