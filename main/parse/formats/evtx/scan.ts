import { isHeaderIntact } from './chunk-header.ts';
import {
  CHUNK_HEADER_SIZE,
  CHUNK_MAGIC,
  CHUNK_SIZE,
  MIN_RECORD_SIZE,
  RECORD_MAGIC,
  RECORD_SIGNATURE,
} from './layout.ts';
import { bytes, u32 } from './window.ts';

const ZEROS = Buffer.alloc(CHUNK_SIZE);

/** Whether the window is zero from `start` to `end`. */
export const isZero = (start: number, end: number): boolean =>
  start >= end || bytes.compare(ZEROS, 0, end - start, start, end) === 0;

export function countZeros(start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === 0) count++;
  return count;
}

/** Size of the record at `at` when a whole one is there (signature, size, copy of the size), else 0. */
export function recordSize(at: number, end: number): number {
  if (at + MIN_RECORD_SIZE > end || u32(at) !== RECORD_SIGNATURE) return 0;
  const size = u32(at + 4);
  return size >= MIN_RECORD_SIZE && at + size <= end && u32(at + size - 4) === size ? size : 0;
}

/**
 * The same for a record at its regular place, where the copy of the size may be wrong as long as the next record
 * (or the end) is where the size says.
 */
export function liveRecordSize(at: number, end: number): number {
  const size = recordSize(at, end);
  if (size > 0 || at + MIN_RECORD_SIZE > end || u32(at) !== RECORD_SIGNATURE) return size;
  const stated = u32(at + 4);
  if (stated < MIN_RECORD_SIZE || at + stated > end) return 0;
  const next = at + stated;
  return next === end || recordSize(next, end) > 0 ? stated : 0;
}

/**
 * The same for a record inside the space of another one. Whoever hides a record by making the one before it longer
 * writes that one's size over the copy at the end: a size that reaches just to there counts as whole.
 */
export function hiddenRecordSize(at: number, end: number): number {
  const size = recordSize(at, end);
  if (size > 0 || at + MIN_RECORD_SIZE > end || u32(at) !== RECORD_SIGNATURE) return size;
  return at + u32(at + 4) === end ? end - at : 0;
}

/** Where the next whole record begins at or behind `at`, or `end`; `sizeAt` says what counts as one. */
export function nextRecord(at: number, end: number, sizeAt = recordSize): number {
  const area = bytes.subarray(0, end);
  for (let next = area.indexOf(RECORD_MAGIC, at); next >= 0;) {
    if (sizeAt(next, end) > 0) return next;
    next = area.indexOf(RECORD_MAGIC, next + 1);
  }
  return end;
}

/** Where in a damaged area the next chunk begins that is one beyond doubt, or `end`. */
export function nextChunk(at: number, end: number): number {
  const area = bytes.subarray(0, end);
  for (let next = area.indexOf(CHUNK_MAGIC, at); next >= 0;) {
    if (next + CHUNK_HEADER_SIZE <= end && isHeaderIntact(next)) return next;
    next = area.indexOf(CHUNK_MAGIC, next + 1);
  }
  return end;
}

/** The ranges of all whole records of the chunk up to `end`, as start and end by turns. */
export function wholeRecords(end: number): number[] {
  const ranges: number[] = [];
  for (let at = nextRecord(CHUNK_HEADER_SIZE, end); at < end;) {
    const next = at + recordSize(at, end);
    ranges.push(at, next);
    at = recordSize(next, end) > 0 ? next : nextRecord(next, end);
  }
  return ranges;
}
