import { epochDay, isDate } from './civil.ts';
import { clockAt, readFraction, readZone } from './clock-text.ts';
import { digitAt, fourDigits, twoDigits } from './digits.ts';
import type { Stamp } from './stamp.ts';

/** The last date read, with its text: neighbouring records mostly share it. */
let lastDate = '';
let lastSeconds = 0;

/**
 * ISO 8601 and its everyday relatives at `at`: `2026-05-12T09:12:04.113Z`, a space, `_` or `-` for the T, `/`
 * or `:` between the parts of the date, seconds or the whole clock missing, fraction after `.` or `,`, zone or none. False when it is none.
 */
export function readIso(text: string, from: number, into: Stamp): boolean {
  const day = readDay(text, from);
  if (Number.isNaN(day)) return false;
  into.end = from + 10;
  const between = text.charCodeAt(from + 10);
  // Where the hour is padded to two places with a space, or the clock set apart by two.
  const at = between === 32 && text.charCodeAt(from + 11) === 32 ? from + 1 : from;
  if (between !== 84 && between !== 32 && between !== 95 && between !== 116 && between !== 45)
    return dayOnly(text, day, into);
  const clock = clockAt(text, at + 11);
  if (clock >= 0) {
    into.seconds = day + clock;
    into.end = at + 19;
    readFraction(text, into);
    readZone(text, into);
    return true;
  }
  const hour = twoDigits(text, at + 11);
  const minute = twoDigits(text, at + 14);
  if (hour > 23 || minute > 59 || text.charCodeAt(at + 13) !== 58)
    return between === 32 && dayOnly(text, day, into);
  into.seconds = day + hour * 3600 + minute * 60;
  into.nanos = 0;
  into.precision = 'min';
  into.end = at + 16;
  readZone(text, into);
  return true;
}

/** Seconds since 1970 of the date at `at`, NaN when there is none. */
function readDay(text: string, at: number): number {
  const date = text.substring(at, at + 10);
  if (date === lastDate) return lastSeconds;
  const mark = date.charCodeAt(4);
  if ((mark !== 45 && mark !== 47 && mark !== 58) || date.charCodeAt(7) !== mark) return Number.NaN;
  const year = fourDigits(date, 0);
  const month = twoDigits(date, 5);
  const day = twoDigits(date, 8);
  if (year < 1 || !isDate(year, month, day)) return Number.NaN;
  lastDate = date;
  lastSeconds = epochDay(year, month, day) * 86_400;
  return lastSeconds;
}

function dayOnly(text: string, day: number, into: Stamp): boolean {
  if (digitAt(text, into.end) <= 9) return false;
  into.seconds = day;
  into.nanos = 0;
  into.precision = 'day';
  into.offset = undefined;
  return true;
}

/** The basic form, `20260512T091204Z`, with space, `-`, `.` or `_` for the T, fraction and zone as above. */
export function readBasicIso(text: string, at: number, into: Stamp): boolean {
  const between = text.charCodeAt(at + 8);
  if (![84, 32, 45, 46, 95].includes(between)) return false;
  const year = fourDigits(text, at);
  const month = twoDigits(text, at + 4);
  const day = twoDigits(text, at + 6);
  const hour = twoDigits(text, at + 9);
  const minute = twoDigits(text, at + 11);
  if (text.charCodeAt(at + 11) === 58) return readBasicDate(text, at, year, month, day, into);
  const second = twoDigits(text, at + 13);
  if (year < 1900 || year > 2200 || !isDate(year, month, day)) return false;
  if (hour > 23 || minute > 59 || second > 60 || digitAt(text, at + 15) <= 9) return false;
  into.seconds = epochDay(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
  into.end = at + 15;
  readFraction(text, into);
  readZone(text, into);
  return true;
}

/** `20260512-09:12:04`: the date without marks, the clock with them. */
function readBasicDate(
  text: string,
  at: number,
  year: number,
  month: number,
  day: number,
  into: Stamp,
): boolean {
  const clock = clockAt(text, at + 9);
  if (clock < 0 || year < 1900 || year > 2200 || !isDate(year, month, day)) return false;
  into.seconds = epochDay(year, month, day) * 86_400 + clock;
  into.end = at + 17;
  readFraction(text, into);
  readZone(text, into);
  return true;
}
