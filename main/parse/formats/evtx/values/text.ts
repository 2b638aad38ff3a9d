import { bytes, view } from '../window.ts';

/**
 * UTF-16 text becomes a string through a cache keyed by the raw bytes. Logs repeat the same names, paths and
 * identifiers endlessly, and finding a string again costs a third of making one. A hash leads to the entry, and
 * the bytes kept beside it are compared, so two texts are never confused. Direct-mapped: a newer text takes an
 * older one's place, so hostile input can only make it slower by a constant.
 */
const MAX_CHARS = 96;
const SLOTS = 1 << 15;
/** Per slot: hash, length in bytes, where its bytes lie in the arena. */
const entries = new Int32Array(SLOTS * 3);
/** 1 where the text may hold a control character. */
const doubtful = new Uint8Array(SLOTS);
const strings: string[] = Array.from({ length: SLOTS }, () => '');
const ARENA_SIZE = 1 << 22;
const arenaBytes = new Uint8Array(ARENA_SIZE);
const arena = new DataView(arenaBytes.buffer);
let arenaEnd = 0;

/** What no message may hold: control characters and line separators. */
// eslint-disable-next-line no-control-regex
export const CONTROLS = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;

/**
 * Whether any text read since this was last taken back may hold a control character or a line separator. Messages
 * have to be free of them, and looking at each whole message costs a tenth of reading a log; almost none has any.
 */
export const controls = { met: false };

/** Text of `size` bytes of UTF-16LE at `at`; an odd last byte is ignored. */
export function utf16(at: number, size: number): string {
  const length = size & ~1;
  if (length === 0) return '';
  return length <= MAX_CHARS * 2 ? interned(at, length) : longText(at, length);
}

/** The same without the NULs that end it. */
export function utf16Trimmed(at: number, size: number): string {
  let end = at + (size & ~1);
  while (end > at && bytes[end - 1] === 0 && bytes[end - 2] === 0) end -= 2;
  return utf16(at, end - at);
}

function interned(at: number, length: number): string {
  const wordsEnd = at + (length & ~3);
  let hash = length;
  for (let i = at; i < wordsEnd; i += 4) {
    hash = Math.imul(hash ^ view.getInt32(i, true), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  if ((length & 2) !== 0) hash = Math.imul(hash ^ view.getUint16(wordsEnd, true), 0x9e37_79b1);
  hash ^= hash >>> 13;
  const slot = hash & (SLOTS - 1);
  const entry = slot * 3;
  if (entries[entry] === hash && entries[entry + 1] === length) {
    let kept = entries[entry + 2] as number;
    let i = at;
    while (i < wordsEnd && arena.getInt32(kept, true) === view.getInt32(i, true)) {
      i += 4;
      kept += 4;
    }
    if (
      i === wordsEnd &&
      ((length & 2) === 0 || arena.getUint16(kept, true) === view.getUint16(i, true))
    ) {
      if (doubtful[slot] === 1) controls.met = true;
      return strings[slot] as string;
    }
  }
  return remember(at, length, hash, slot);
}

function remember(at: number, length: number, hash: number, slot: number): string {
  if (arenaEnd + length > ARENA_SIZE) {
    arenaEnd = 0;
    entries.fill(0);
  }
  arenaBytes.set(bytes.subarray(at, at + length), arenaEnd);
  const entry = slot * 3;
  entries[entry] = hash;
  entries[entry + 1] = length;
  entries[entry + 2] = arenaEnd;
  arenaEnd += length;
  const before = controls.met;
  controls.met = false;
  const text = longText(at, length);
  doubtful[slot] = controls.met ? 1 : 0;
  controls.met ||= before;
  strings[slot] = text;
  return text;
}

const narrow = Buffer.allocUnsafeSlow(32_768);

/**
 * Text outside the cache. Almost all of it is Latin-1, and one byte a character is what every later step
 * (joining, folding, writing UTF-8) is fastest with.
 */
function longText(at: number, length: number): string {
  const chars = length >> 1;
  for (let i = 0; i < chars; i++) {
    const unit = view.getUint16(at + i * 2, true);
    if (unit > 0xff) {
      controls.met = true;
      return bytes.toString('utf16le', at, at + length);
    }
    if (unit < 0x20 || unit === 0x7f || unit === 0x85) controls.met = true;
    narrow[i] = unit;
  }
  return narrow.toString('latin1', 0, chars);
}

/** Text in the writer's ANSI code page, which the format does not name; read as Windows-1252's common part. */
export function ansi(at: number, size: number): string {
  controls.met = true;
  return bytes.toString('latin1', at, at + size);
}

/** The same without the NULs that end it. */
export function ansiTrimmed(at: number, size: number): string {
  let end = at + size;
  while (end > at && bytes[end - 1] === 0) end--;
  return ansi(at, end - at);
}
