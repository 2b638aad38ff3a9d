import { epochDay, isDate } from './civil.ts';
import { clockAt, readFraction, readZone } from './clock-text.ts';
import { digitAt, fourDigits, twoDigits } from './digits.ts';
import type { Stamp } from './stamp.ts';
import { readClockOfDay } from './word-dates.ts';

/** Reads `a/b/year clock` with one or two digits each; `dayFirst` says what a is. After dashes the year has four. */
function readSlashed(
  text: string,
  at: number,
  mark: number,
  dayFirst: boolean,
  into: Stamp,
): boolean {
  const firstWidth = digitAt(text, at + 1) <= 9 ? 2 : 1;
  const first = firstWidth === 2 ? twoDigits(text, at) : digitAt(text, at);
  let next = at + firstWidth;
  if (text.charCodeAt(next) !== mark) return false;
  const secondWidth = digitAt(text, next + 2) <= 9 ? 2 : 1;
  const second = secondWidth === 2 ? twoDigits(text, next + 1) : digitAt(text, next + 1);
  next += 1 + secondWidth;
  if (text.charCodeAt(next) !== mark) return false;
  let year = fourDigits(text, next + 1);
  let width = 4;
  if (year < 0) {
    const short = twoDigits(text, next + 1);
    if (mark === 45 || short > 99 || digitAt(text, next + 3) <= 9) return false;
    // POSIX: two digits up to 68 are of this century.
    year = short + (short <= 68 ? 2000 : 1900);
    width = 2;
  }
  const month = dayFirst ? second : first;
  const day = dayFirst ? first : second;
  if (!isDate(year, month, day)) return false;
  next += 1 + width;
  const seconds = epochDay(year, month, day) * 86_400;
  const between = text.charCodeAt(next);
  if (between === 44) next++;
  if (between === 45 || between === 58 || between === 84 || text.charCodeAt(next) === 32) {
    if (readClockOfDay(text, next + 1, seconds, into)) return true;
  }
  if (digitAt(text, next) <= 9) return false;
  into.seconds = seconds;
  into.nanos = 0;
  into.precision = 'day';
  into.offset = undefined;
  into.end = next;
  return true;
}

const DASH = 45;

const markOf = (text: string, at: number): number =>
  text.charCodeAt(at + 1) === DASH || text.charCodeAt(at + 2) === DASH ? DASH : 47;

/** `10/31/2026 10:14:15 PM`, `10-31-2026 22:14:15`, `10/31/26-22:14:15.123`. */
export const readMonthFirst = (text: string, at: number, into: Stamp): boolean =>
  readSlashed(text, at, markOf(text, at), false, into);

/** `31/10/2026 22:14:15`, `31-10-2026 22:14:15`. */
export const readDayFirst = (text: string, at: number, into: Stamp): boolean =>
  readSlashed(text, at, markOf(text, at), true, into);

/** `31.10.2026 22:14:15`. */
export const readDotted = (text: string, at: number, into: Stamp): boolean =>
  readSlashed(text, at, 46, true, into);

/** MySQL before 5.7: `070917 16:29:01`, the hour possibly one digit after a space. */
export function readCompactYear(text: string, at: number, into: Stamp): boolean {
  const year = twoDigits(text, at);
  const month = twoDigits(text, at + 2);
  const day = twoDigits(text, at + 4);
  if (year > 99 || text.charCodeAt(at + 6) !== 32) return false;
  const full = year + (year <= 68 ? 2000 : 1900);
  if (!isDate(full, month, day)) return false;
  const padded = text.charCodeAt(at + 7) === 32;
  const clock = padded ? clockAt(`0${text.substring(at + 8, at + 15)}`, 0) : clockAt(text, at + 7);
  if (clock < 0) return false;
  into.seconds = epochDay(full, month, day) * 86_400 + clock;
  into.end = at + 15;
  readFraction(text, into);
  readZone(text, into);
  return true;
}
