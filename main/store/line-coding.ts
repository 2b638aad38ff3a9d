import type { EventBatch } from '../parse/event-batch.ts';
import { crc32 } from 'node:zlib';
import { CODED_COLUMNS } from '../parse/event-batch.ts';

/** Lines that share a checksum and are read together. */
export const GROUP = 8;
/** Of a group: where its text begins, its checksum, and where each of its lines begins. */
export const GROUP_ENTRY = 8 + GROUP * 4;
/** Words before the texts of a line: time (2), offset (2), record (2), length, ordinal, recovered, codes, length of the time as written. */
const WORDS = 9 + CODED_COLUMNS.length + 1;
/** Lines begin at whole words. */
const aligned = (bytes: number): number => (bytes + 3) & ~3;

/** A line as it is kept: codes in the order of `CODED_COLUMNS`. */
export interface Line {
  readonly time: bigint;
  readonly offset: number;
  readonly record: number;
  readonly length: number;
  readonly ordinal: number;
  readonly recovered: boolean;
  readonly codes: readonly number[];
  readonly timeOriginal: string;
  readonly message: string;
}

export interface CodedLines {
  /** `GROUP_ENTRY` bytes for each group. */
  readonly index: Buffer;
  readonly text: Buffer;
}

/** Codes rows `from` … `to - 1`. `codes` are the store's codes for each row, a column after the other. */
export function codeLines(
  batch: EventBatch,
  from: number,
  to: number,
  codes: readonly Uint32Array[],
): CodedLines {
  const { message, timeOriginal } = batch.text;
  const count = to - from;
  const groups = Math.ceil(count / GROUP);
  const index = Buffer.alloc(groups * GROUP_ENTRY);
  const bytes =
    (message.offsets[to] ?? 0) -
    (message.offsets[from] ?? 0) +
    (timeOriginal.offsets[to] ?? 0) -
    (timeOriginal.offsets[from] ?? 0);
  const text = Buffer.allocUnsafeSlow(count * (WORDS * 4 + 3) + bytes + count);
  const words = new Uint32Array(text.buffer, text.byteOffset, text.length >>> 2);
  const halves = (column: BigInt64Array): Uint32Array =>
    new Uint32Array(column.buffer, column.byteOffset, column.length * 2);
  const [time, offset, record] = [batch.time, batch.offset, batch.record].map(halves) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const row = from + i;
    const entry = Math.floor(i / GROUP) * GROUP_ENTRY;
    if (i % GROUP === 0) index.writeUInt32LE(at, entry);
    index.writeUInt32LE(at, entry + 8 + (i % GROUP) * 4);
    let word = at >>> 2;
    words[word++] = time[row * 2] as number;
    words[word++] = time[row * 2 + 1] as number;
    words[word++] = offset[row * 2] as number;
    words[word++] = offset[row * 2 + 1] as number;
    words[word++] = record[row * 2] as number;
    words[word++] = record[row * 2 + 1] as number;
    words[word++] = batch.length[row] as number;
    words[word++] = batch.ordinal[row] as number;
    words[word++] = batch.recovered[row] as number;
    for (const column of codes) words[word++] = column[i] as number;
    const written = sliceOf(timeOriginal, row);
    words[word++] = written.length;
    at = word << 2;
    text.set(written, at);
    at += written.length;
    const said = sliceOf(message, row);
    text.set(said, at);
    // The rest of the last word is marked by its own length, so that a message may end in any byte.
    const end = at + said.length;
    at = aligned(end + 1);
    text.fill(at - end, end, at);
    if (i % GROUP === GROUP - 1 || i === count - 1) {
      index.writeUInt32LE(crc32(text.subarray(index.readUInt32LE(entry), at)), entry + 4);
    }
  }
  return { index, text: text.subarray(0, at) };
}

const sliceOf = (
  { bytes, offsets }: { readonly bytes: Uint8Array; readonly offsets: Uint32Array },
  row: number,
): Uint8Array => bytes.subarray(offsets[row], offsets[row + 1]);

/** @param line exactly its bytes */
export function readLine(line: Buffer): Line {
  const word = (n: number): number => line.readUInt32LE(n * 4);
  const long = (n: number): number => line.readInt32LE(n * 4 + 4) * 4_294_967_296 + word(n);
  const texts = WORDS * 4;
  const written = word(WORDS - 1);
  return {
    time: line.readBigInt64LE(0),
    offset: long(2),
    record: long(4),
    length: word(6),
    ordinal: word(7),
    recovered: word(8) === 1,
    codes: CODED_COLUMNS.map((_, i) => word(9 + i)),
    timeOriginal: line.toString('utf8', texts, texts + written),
    message: line.toString('utf8', texts + written, line.length - (line.at(-1) ?? 0)),
  };
}
