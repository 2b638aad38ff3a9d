import { u16, u32 } from '../window.ts';

/** 1970-01-01 in FILETIME ticks of 100 ns since 1601, as two halves. */
const EPOCH_HIGH = 27_111_902;
const EPOCH_LOW = 3_577_643_008;
const TWO32 = 4_294_967_296;
const TICKS_PER_SECOND = 10_000_000n;
const EPOCH_SECONDS = 11_644_473_600;

const product = new BigInt64Array(1);
const halves = new Int32Array(product.buffer);

/**
 * The FILETIME at `at` in nanoseconds since 1970, or undefined where 64 bits of nanoseconds cannot hold it
 * (before 1677, which includes 0, and after 2262). Computed in halves: bigint arithmetic would allocate thrice.
 */
export function filetimeNs(at: number): bigint | undefined {
  let low = u32(at) - EPOCH_LOW;
  let high = u32(at + 4) - EPOCH_HIGH;
  if (low < 0) {
    low += TWO32;
    high -= 1;
  }
  const lowNs = low * 100;
  const highNs = high * 100 + Math.floor(lowNs / TWO32);
  if (highNs < -0x8000_0000 || highNs > 0x7fff_ffff) return undefined;
  halves[0] = Math.imul(low | 0, 100);
  halves[1] = highNs;
  return product[0];
}

let lastSecond = Number.NaN;
let lastText = '';

/** The FILETIME at `at` as text with all seven digits: `2026-05-12T09:12:04.1130000Z`; 0 is the year 1601. */
export function filetimeText(at: number): string {
  const ticks = (BigInt(u32(at + 4)) << 32n) | BigInt(u32(at));
  const second = Number(ticks / TICKS_PER_SECOND) - EPOCH_SECONDS;
  if (second !== lastSecond) {
    lastSecond = second;
    lastText = new Date(second * 1000).toISOString().slice(0, -5);
  }
  return `${lastText}.${String(ticks % TICKS_PER_SECOND).padStart(7, '0')}Z`;
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** A SYSTEMTIME as text, its fields as they are, even where they name no real date. */
export const systemtimeText = (at: number): string =>
  `${pad(u16(at), 4)}-${pad(u16(at + 2), 2)}-${pad(u16(at + 6), 2)}T` +
  `${pad(u16(at + 8), 2)}:${pad(u16(at + 10), 2)}:${pad(u16(at + 12), 2)}.${pad(u16(at + 14), 3)}Z`;

/** The same in nanoseconds since 1970, or undefined when it names no date. */
export function systemtimeNs(at: number): bigint | undefined {
  const ms = Date.parse(systemtimeText(at));
  return Number.isNaN(ms) ? undefined : BigInt(ms) * 1_000_000n;
}
