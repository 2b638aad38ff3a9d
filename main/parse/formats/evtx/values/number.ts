import { bytes, i32, u32 } from '../window.ts';

const SLOTS = 4096;
const lows = new Int32Array(SLOTS);
const highs = new Int32Array(SLOTS);
const texts: (string | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

/** 64 bits as Windows prints HexInt64, pointers and keywords: `0x8020000000000000`, no leading zeros. */
export function hex64(at: number): string {
  const low = i32(at);
  const high = i32(at + 4);
  const slot = Math.imul(low ^ Math.imul(high, 31), 0x9e37_79b1) >>> 20;
  const known = texts[slot];
  if (known !== undefined && lows[slot] === low && highs[slot] === high) return known;
  lows[slot] = low;
  highs[slot] = high;
  const text =
    high === 0
      ? `0x${(low >>> 0).toString(16)}`
      : `0x${(high >>> 0).toString(16)}${(low >>> 0).toString(16).padStart(8, '0')}`;
  texts[slot] = text;
  return text;
}

const small = Array.from({ length: 8192 }, (_, value) => `0x${value.toString(16)}`);

export function hex32(at: number): string {
  const value = u32(at);
  return value < small.length ? (small[value] as string) : `0x${value.toString(16)}`;
}

/** A number where a double is exact, a bigint beyond. */
export function u64(at: number): number | bigint {
  const high = u32(at + 4);
  return high < 0x20_0000
    ? high * 4_294_967_296 + u32(at)
    : (BigInt(high) << 32n) | BigInt(u32(at));
}

export function i64(at: number): number | bigint {
  const high = i32(at + 4);
  return high >= -0x20_0000 && high < 0x20_0000
    ? high * 4_294_967_296 + u32(at)
    : (BigInt(high) << 32n) | BigInt(u32(at));
}

/** JSON and the store know no NaN or infinity: those are given as the words XML uses. */
export function float(value: number): number | string {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'INF' : '-INF';
}

/** Bytes as upper-case hex, as Windows prints binary data. */
export const hexBytes = (at: number, size: number): string =>
  bytes.toString('hex', at, at + size).toUpperCase();
