import { bytes, u32 } from '../window.ts';

const HEADER = 8;
/** Revision, count, authority and up to five sub-authorities: every SID of a domain or machine. */
const CACHED_SIZE = 28;
const SLOTS = 1024;
const STRIDE = 32;
const kept = new Uint8Array(SLOTS * STRIDE);
const sizes = new Uint8Array(SLOTS);
const texts: string[] = Array.from({ length: SLOTS }, () => '');

/** Bytes the SID at `at` says it has, or 0 when they exceed `available`. */
export function sidSize(at: number, available: number): number {
  if (available < HEADER) return 0;
  const size = HEADER + 4 * (bytes[at + 1] as number);
  return size <= available ? size : 0;
}

/** A security identifier as text, `S-1-5-21-…`; undefined when it does not fit `size` ([MS-DTYP] 2.4.2). */
export function sid(at: number, size: number): string | undefined {
  const length = sidSize(at, size);
  if (length === 0) return undefined;
  if (length > CACHED_SIZE) return format(at, length);
  let hash = length;
  for (let i = 0; i < length; i += 4) hash = Math.imul(hash ^ u32(at + i), 0x0100_0193);
  const slot = (hash ^ (hash >>> 17)) & (SLOTS - 1);
  const start = slot * STRIDE;
  if (sizes[slot] === length) {
    let i = 0;
    while (i < length && kept[start + i] === bytes[at + i]) i++;
    if (i === length) return texts[slot];
  }
  sizes[slot] = length;
  for (let i = 0; i < length; i++) kept[start + i] = bytes[at + i] as number;
  const text = format(at, length);
  texts[slot] = text;
  return text;
}

function format(at: number, length: number): string {
  let authority = 0;
  for (let i = 2; i < HEADER; i++) authority = authority * 256 + (bytes[at + i] as number);
  let text = `S-${bytes[at]}-${authority}`;
  for (let i = HEADER; i < length; i += 4) text += `-${u32(at + i)}`;
  return text;
}
