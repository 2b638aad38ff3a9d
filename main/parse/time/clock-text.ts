import { digitAt, twoDigits } from './digits.ts';
import { type Stamp, precisionOfDigits } from './stamp.ts';

const SCALE = [1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 100, 10, 1];

/** Reads `HH:MM:SS` (a second of 60 is the next minute); the seconds of the day, or -1. */
export function clockAt(text: string, at: number): number {
  const hour = twoDigits(text, at);
  const minute = twoDigits(text, at + 3);
  const second = twoDigits(text, at + 6);
  if (hour > 23 || minute > 59 || second > 60) return -1;
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58) return -1;
  return hour * 3600 + minute * 60 + second;
}

/** Reads `.123` or `,123` at `into.end`, where it may be missing; digits beyond nanoseconds are passed over. */
export function readFraction(text: string, into: Stamp): void {
  into.nanos = 0;
  into.precision = 's';
  const mark = text.charCodeAt(into.end);
  if ((mark !== 46 && mark !== 44) || digitAt(text, into.end + 1) > 9) return;
  let at = into.end + 1;
  let value = 0;
  let digits = 0;
  for (let digit = digitAt(text, at); digit <= 9; digit = digitAt(text, ++at)) {
    if (digits < 9) value = value * 10 + digit;
    digits++;
  }
  into.nanos = value * (SCALE[Math.min(digits, 9)] as number);
  into.precision = precisionOfDigits(digits);
  into.end = at;
}

/**
 * Offsets, in hours, of zone names in use for one offset. CST, IST and BST, in use for several, are no zone: the
 * wall clock then counts as one without a zone, which is said of every event.
 */
const NAMED = new Map<string, number>([
  ['Z', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['EST', -5],
  ['EDT', -4],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
  ['CET', 1],
  ['CEST', 2],
  ['EET', 2],
  ['EEST', 3],
  ['MSK', 3],
]);

/**
 * Reads a zone at `into.end`: `Z`, `+02:00`, `+0200`, `+02`, or after one space a numeric offset or a name that
 * means one offset. Leaves `offset` undefined and `end` in place when there is none.
 */
export function readZone(text: string, into: Stamp): void {
  into.offset = undefined;
  let at = into.end;
  if (text.charCodeAt(at) === 32) at++;
  const sign = text.charCodeAt(at);
  if (sign === 43 || sign === 45) {
    const hours = twoDigits(text, at + 1);
    if (hours > 18) return;
    let end = at + 3;
    if (text.charCodeAt(end) === 58) end++;
    let minutes = twoDigits(text, end);
    if (minutes > 59) {
      // After a space two digits are more likely a negative number.
      if (at > into.end) return;
      minutes = 0;
      end = at + 3;
    } else end += 2;
    // A longer run of digits is a number that follows, not a zone.
    if (digitAt(text, end) <= 9) return;
    into.offset = (hours * 3600 + minutes * 60) * (sign === 45 ? -1 : 1);
    into.end = end;
    return;
  }
  if (sign < 65 || sign > 90) return;
  let end = at + 1;
  while (isLetter(text.charCodeAt(end)) && end - at < 5) end++;
  const hours = NAMED.get(text.substring(at, end));
  if (hours === undefined) return;
  into.offset = hours * 3600;
  into.end = end;
}

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;
