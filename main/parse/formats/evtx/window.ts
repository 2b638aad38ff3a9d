import type { ByteSource } from '../../parser.ts';
import { CHUNK_SIZE } from './layout.ts';

/**
 * The chunk being read. Everything inside a chunk points at chunk-relative offsets, so with one chunk at the
 * start of one fixed buffer an offset is an index. The buffer is a module constant because the decoders are
 * called tens of millions of times per file, and engines compile loads from a constant buffer without looking
 * it up. Parsing is synchronous and one parse at a time owns it; `claimWindow` enforces that.
 */
const GUARD = 16;
export const bytes: Buffer = Buffer.alloc(CHUNK_SIZE + GUARD);
export const view = new DataView(bytes.buffer, bytes.byteOffset, CHUNK_SIZE + GUARD);

export const u16 = (at: number): number => view.getUint16(at, true);
export const u32 = (at: number): number => view.getUint32(at, true);
export const i32 = (at: number): number => view.getInt32(at, true);

/** Unsigned 64 bits as a double: exact below 2^53, which every plausible offset and record number is. */
export const u64Near = (at: number): number => u32(at + 4) * 4_294_967_296 + u32(at);

let claimed = false;

/** Runs one parse with the window to itself. */
export function claimWindow<T>(work: () => T): T {
  if (claimed) throw new Error('EVTX parses may not be nested');
  claimed = true;
  try {
    return work();
  } finally {
    claimed = false;
  }
}

/** Reads up to `length` bytes of the source into the start of the window; returns how many there were. */
export function fillWindow(source: ByteSource, offset: number, length = CHUNK_SIZE): number {
  const got = readFully(
    source,
    offset,
    length === CHUNK_SIZE ? CHUNK_AREA : bytes.subarray(0, length),
  );
  if (got < CHUNK_SIZE) bytes.fill(0, got);
  return got;
}

const CHUNK_AREA = bytes.subarray(0, CHUNK_SIZE);

/** Reads until `into` is full or the source ends. */
export function readFully(source: ByteSource, offset: number, into: Uint8Array): number {
  let got = source.read(offset, into);
  while (got > 0 && got < into.length) {
    const more = source.read(offset + got, into.subarray(got));
    if (more <= 0) break;
    got += more;
  }
  return Math.max(0, got);
}
