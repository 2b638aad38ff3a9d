import { crc32 } from 'node:zlib';
import { CHUNK_HEADER_SIZE, CHUNK_MAGIC, CHUNK_SIZE } from './layout.ts';
import { bytes, u32, u64Near } from './window.ts';

/** Header of the chunk in the window. Offsets are chunk-relative. */
export interface ChunkHeader {
  readonly firstRecord: number;
  readonly lastRecord: number;
  /** Where records end and unused space begins; the whole chunk when the header gives no usable number. */
  readonly recordsEnd: number;
  /** The same as the header has it, believable or not. */
  readonly statedEnd: number;
  readonly recordsEndUsable: boolean;
  readonly headerIntact: boolean;
  readonly recordsIntact: boolean;
}

const CHECKED_HEAD = 120;
const CHECKED_TAIL = 128;

export const hasChunkMagic = (at = 0): boolean =>
  bytes.compare(CHUNK_MAGIC, 0, CHUNK_MAGIC.length, at, at + CHUNK_MAGIC.length) === 0;

/** The header's checksum covers everything of it but itself and the flags. */
export function isHeaderIntact(at = 0): boolean {
  const head = crc32(bytes.subarray(at, at + CHECKED_HEAD));
  return crc32(bytes.subarray(at + CHECKED_TAIL, at + CHUNK_HEADER_SIZE), head) === u32(at + 124);
}

export function readChunkHeader(available: number): ChunkHeader {
  const end = u32(48);
  const usable = end >= CHUNK_HEADER_SIZE && end <= CHUNK_SIZE;
  const recordsEnd = Math.min(usable ? end : CHUNK_SIZE, available);
  return {
    firstRecord: u64Near(24),
    lastRecord: u64Near(32),
    recordsEnd,
    statedEnd: end,
    recordsEndUsable: usable,
    headerIntact: isHeaderIntact(),
    recordsIntact:
      usable && end <= available && crc32(bytes.subarray(CHUNK_HEADER_SIZE, end)) === u32(52),
  };
}
