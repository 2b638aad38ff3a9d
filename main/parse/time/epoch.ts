import type { Precision } from '#shared/model/time.ts';
import { digitAt } from './digits.ts';
import { readFraction } from './clock-text.ts';
import type { Stamp } from './stamp.ts';

/** 1990 to 2100, in seconds: numbers outside are not taken for times. */
const EARLIEST = 631_152_000;
const LATEST = 4_102_444_800;
/** Seconds from 1601-01-01, the origin of FILETIME and of WebKit's clock, to 1970. */
const FROM_1601 = 11_644_473_600;

interface Count {
  /** Units in a second. */
  readonly perSecond: number;
  readonly precision: Precision;
  readonly from: number;
}

const COUNTS: { readonly [digits: number]: Count } = {
  9: { perSecond: 1, precision: 's', from: 0 },
  10: { perSecond: 1, precision: 's', from: 0 },
  12: { perSecond: 1e3, precision: 'ms', from: 0 },
  13: { perSecond: 1e3, precision: 'ms', from: 0 },
  16: { perSecond: 1e6, precision: 'us', from: 0 },
  17: { perSecond: 1e6, precision: 'us', from: FROM_1601 },
  18: { perSecond: 1e7, precision: '100ns', from: FROM_1601 },
  19: { perSecond: 1e9, precision: 'ns', from: 0 },
};

/**
 * A count since an epoch, by its number of digits: seconds (with a decimal fraction or without), milli-, micro-
 * or nanoseconds since 1970, WebKit's microseconds and Windows' 100 ns since 1601. Always UTC.
 */
export function readEpoch(text: string, at: number, into: Stamp): boolean {
  let end = at;
  while (digitAt(text, end) <= 9) end++;
  const digits = end - at;
  const count = COUNTS[digits];
  if (count === undefined) return false;
  const value = BigInt(text.substring(at, end));
  const per = BigInt(count.perSecond);
  const seconds = Number(value / per) - count.from;
  if (seconds < EARLIEST || seconds > LATEST) return false;
  into.seconds = seconds;
  into.nanos = Number(value % per) * (1e9 / count.perSecond);
  into.precision = count.precision;
  into.offset = 0;
  into.end = end;
  if (count.perSecond === 1 && text.charCodeAt(end) === 46) readFraction(text, into);
  return true;
}
