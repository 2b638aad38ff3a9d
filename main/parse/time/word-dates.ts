import { epochDay, isDate, isWeekdayAt, monthAt } from './civil.ts';
import { clockAt, readFraction, readZone } from './clock-text.ts';
import { dayDigits, digitAt, fourDigits } from './digits.ts';
import type { Stamp } from './stamp.ts';

/** The last `10/Oct/2026` read: neighbouring records mostly share it. */
let lastDate = '';
let lastSeconds = 0;

/** Common log format: `10/Oct/2026:13:55:36 +0200`, zone optional. */
export function readCommonLog(text: string, at: number, into: Stamp): boolean {
  const date = text.substring(at, at + 11);
  if (date !== lastDate) {
    const day = dayDigits(date, 0);
    const month = monthAt(date, 3);
    const year = fourDigits(date, 7);
    if (date.charCodeAt(2) !== 47 || date.charCodeAt(6) !== 47) return false;
    if (year < 1 || !isDate(year, month, day)) return false;
    lastDate = date;
    lastSeconds = epochDay(year, month, day) * 86_400;
  }
  const clock = clockAt(text, at + 12);
  const mark = text.charCodeAt(at + 11);
  if (clock < 0 || (mark !== 58 && mark !== 32)) return false;
  into.seconds = lastSeconds + clock;
  into.end = at + 20;
  readFraction(text, into);
  readZone(text, into);
  return true;
}

/** `24-Jul-2026 20:33:18.123`, `24 Jul 2026 20:33:18`, with or without a weekday and a comma before (RFC 5322). */
export function readDayMonthYear(text: string, at: number, into: Stamp): boolean {
  let start = at;
  if (isWeekdayAt(text, start)) {
    start += text.charCodeAt(start + 3) === 44 ? 5 : 4;
  }
  const width = digitAt(text, start + 1) <= 9 ? 2 : 1;
  const day = width === 2 ? dayDigits(text, start) : digitAt(text, start);
  const separator = text.charCodeAt(start + width);
  const month = monthAt(text, start + width + 1);
  const year = fourDigits(text, start + width + 5);
  if ((separator !== 32 && separator !== 45) || text.charCodeAt(start + width + 4) !== separator)
    return false;
  if (month === 0 || year < 1 || !isDate(year, month, day)) return false;
  const after = start + width + 9;
  const gap = text.charCodeAt(after) === 44 ? 2 : 1;
  const clock = clockAt(text, after + gap);
  if (clock < 0) return false;
  into.seconds = epochDay(year, month, day) * 86_400 + clock;
  into.end = after + gap + 8;
  readFraction(text, into);
  readZone(text, into);
  return true;
}

/** asctime and Apache's error log: `Wed Oct 11 14:32:52[.123456] [ZONE ]2026`. */
export function readAsctime(text: string, at: number, into: Stamp): boolean {
  if (!isWeekdayAt(text, at) || text.charCodeAt(at + 3) !== 32) return false;
  const month = monthAt(text, at + 4);
  const day = dayDigits(text, at + 8);
  const clock = clockAt(text, at + 11);
  if (month === 0 || clock < 0) return false;
  into.end = at + 19;
  readFraction(text, into);
  readZone(text, into);
  if (text.charCodeAt(into.end) !== 32) return false;
  const year = fourDigits(text, into.end + 1);
  if (year < 1 || digitAt(text, into.end + 5) <= 9 || !isDate(year, month, day)) return false;
  into.seconds = epochDay(year, month, day) * 86_400 + clock;
  into.end += 5;
  if (into.offset === undefined) readZone(text, into);
  return true;
}

/** `Oct 11 2026 22:14:15` and `Oct 11, 2026 10:14:15 PM`, with or without a weekday before. */
export function readMonthDayYear(text: string, from: number, into: Stamp): boolean {
  let at = from;
  if (isWeekdayAt(text, at)) at += text.charCodeAt(at + 3) === 44 ? 5 : 4;
  const month = monthAt(text, at);
  if (month === 0 || text.charCodeAt(at + 3) !== 32) return false;
  const width = digitAt(text, at + 5) <= 9 ? 2 : 1;
  const day = width === 2 ? dayDigits(text, at + 4) : digitAt(text, at + 4);
  let next = at + 4 + width;
  if (text.charCodeAt(next) === 44) next++;
  const year = fourDigits(text, next + 1);
  if (text.charCodeAt(next) !== 32 || year < 1 || !isDate(year, month, day)) return false;
  next += 5;
  if (text.charCodeAt(next) === 44) next++;
  return readClockOfDay(text, next + 1, epochDay(year, month, day) * 86_400, into);
}

/** A clock with one or two hour digits, and AM or PM where they are written. */
export function readClockOfDay(text: string, at: number, day: number, into: Stamp): boolean {
  const wide = digitAt(text, at + 1) <= 9;
  let clock = wide ? clockAt(text, at) : clockAt(`0${text.substring(at, at + 7)}`, 0);
  into.precision = 's';
  let end = at + (wide ? 8 : 7);
  let minutesOnly = false;
  if (clock < 0) {
    const head = text.substring(at, at + (wide ? 5 : 4));
    clock = clockAt(`${wide ? '' : '0'}${head}:00`, 0);
    if (clock < 0) return false;
    minutesOnly = true;
    end = at + head.length;
  }
  into.end = end;
  into.nanos = 0;
  if (!minutesOnly) readFraction(text, into);
  const half = text.substring(into.end, into.end + 3).toUpperCase();
  if (half === ' AM' || half === ' PM') {
    const hour = Math.floor(clock / 3600);
    if (hour < 1 || hour > 12) return false;
    clock += ((hour % 12) - hour + (half === ' PM' ? 12 : 0)) * 3600;
    into.end += 3;
  }
  into.seconds = day + clock;
  if (minutesOnly) into.precision = 'min';
  readZone(text, into);
  return true;
}
