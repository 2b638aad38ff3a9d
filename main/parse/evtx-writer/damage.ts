import { CHUNK_SIZE, sealChunk } from './chunk-builder.ts';
import { sealFileHeader } from './log-writer.ts';

/** What happens to event logs in the field, done to the ones written here; each returns a damaged copy. */

const FILE_HEADER_SIZE = 4096;
const CHUNK_HEADER_SIZE = 512;

/** File offset of the n-th chunk. */
export const chunkOffset = (n: number): number => FILE_HEADER_SIZE + n * CHUNK_SIZE;

export interface RecordPlace {
  /** File offset. */
  readonly offset: number;
  readonly size: number;
  readonly number: bigint;
}

/** Where the live records of the n-th chunk are. */
export function recordsOf(log: Buffer, n: number): RecordPlace[] {
  const start = chunkOffset(n);
  const end = start + log.readUInt32LE(start + 48);
  const places: RecordPlace[] = [];
  for (let offset = start + CHUNK_HEADER_SIZE; offset < end;) {
    const size = log.readUInt32LE(offset + 4);
    places.push({ offset, size, number: log.readBigUInt64LE(offset + 8) });
    offset += size;
  }
  return places;
}

/** The log with `bytes` written over it at a file offset. */
export function overwritten(log: Buffer, offset: number, bytes: Uint8Array): Buffer {
  const copy = Buffer.from(log);
  copy.set(bytes, offset);
  return copy;
}

export const zeroed = (log: Buffer, offset: number, length: number): Buffer =>
  overwritten(log, offset, Buffer.alloc(length));

/** The n-th chunk with its checksums made right, so that only what was done to it shows. */
export function resealed(log: Buffer, n: number): Buffer {
  const copy = Buffer.from(log);
  sealChunk(copy.subarray(chunkOffset(n), chunkOffset(n + 1)));
  return copy;
}

/** Without the magic of the n-th chunk. */
export const withoutMagic = (log: Buffer, n: number): Buffer => zeroed(log, chunkOffset(n), 8);

/**
 * A record hidden by making the one before it reach over it, with the checksums put right: how tools remove
 * single events from a log. The copy of the hidden record's size is lost to that of the longer one. The n-th
 * record of the chunk, not its first.
 */
export function withHiddenRecord(log: Buffer, chunk: number, n: number): Buffer {
  const [before, hidden] = recordsOf(log, chunk).slice(n - 1, n + 1);
  if (before === undefined || hidden === undefined) throw new RangeError('No such record');
  const copy = Buffer.from(log);
  const size = before.size + hidden.size;
  copy.writeUInt32LE(size, before.offset + 4);
  copy.writeUInt32LE(size, before.offset + size - 4);
  return resealed(copy, chunk);
}

/** The log whose file header counts only the first `chunks`. */
export function countingChunks(log: Buffer, chunks: number): Buffer {
  const copy = Buffer.from(log);
  copy.writeUInt16LE(chunks, 42);
  sealFileHeader(copy);
  return copy;
}

/** The n-th chunk cut back to its first `keep` records; the others are left in its slack. */
export function cutBack(log: Buffer, chunk: number, keep: number): Buffer {
  const places = recordsOf(log, chunk);
  const last = places[keep - 1];
  const copy = Buffer.from(log);
  if (last === undefined) throw new RangeError('A chunk keeps one record at least');
  const start = chunkOffset(chunk);
  copy.writeBigUInt64LE(last.number, start + 32);
  copy.writeUInt32LE(last.offset - start, start + 44);
  copy.writeUInt32LE(last.offset + last.size - start, start + 48);
  return resealed(copy, chunk);
}
