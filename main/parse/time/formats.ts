import { epochDay, isDate, monthAt } from './civil.ts';
import { clockAt, readFraction } from './clock-text.ts';
import { digitAt, twoDigits } from './digits.ts';
import { readEpoch } from './epoch.ts';
import { readBasicIso, readIso } from './iso.ts';
import { readCompactYear, readDayFirst, readDotted, readMonthFirst } from './number-dates.ts';
import type { Stamp } from './stamp.ts';
import { readAsctime, readCommonLog, readDayMonthYear, readMonthDayYear } from './word-dates.ts';

export type TimeFormatId =
  | 'iso'
  | 'basic-iso'
  | 'common-log'
  | 'asctime'
  | 'day-month-year'
  | 'month-day-year'
  | 'month-first'
  | 'day-first'
  | 'dotted'
  | 'compact-year'
  | 'yearless'
  | 'yearless-slash'
  | 'epoch';

/** One way of writing a time. `read` is given a place in a text and says whether a time begins there. */
export interface TimeFormat {
  readonly id: TimeFormatId;
  /** What it looks like, for the analyst who confirms it. */
  readonly example: string;
  read(this: void, text: string, at: number, into: Stamp): boolean;
  /** What is read is a time in 1972, a leap year: the year must be found elsewhere, and put in with `inYear`. */
  readonly yearless?: true;
}

/** In the order in which they are tried; none but `day-first` and `month-first` read the same text differently. */
export const TIME_FORMATS: readonly TimeFormat[] = [
  { id: 'iso', example: '2026-05-12 09:12:04.113Z', read: readIso },
  { id: 'basic-iso', example: '20260512T091204Z', read: readBasicIso },
  { id: 'common-log', example: '12/May/2026:09:12:04 +0200', read: readCommonLog },
  { id: 'asctime', example: 'Tue May 12 09:12:04 2026', read: readAsctime },
  { id: 'day-month-year', example: '12 May 2026 09:12:04', read: readDayMonthYear },
  { id: 'month-day-year', example: 'May 12, 2026 9:12:04 AM', read: readMonthDayYear },
  { id: 'month-first', example: '5/31/2026 9:12:04 AM', read: readMonthFirst },
  { id: 'day-first', example: '31/5/2026 09:12:04', read: readDayFirst },
  { id: 'dotted', example: '31.05.2026 09:12:04', read: readDotted },
  { id: 'compact-year', example: '260512  9:12:04', read: readCompactYear },
  { id: 'yearless', example: 'May 12 09:12:04', read: readYearless, yearless: true },
  { id: 'yearless-slash', example: '05/12-09:12:04.113', read: readYearlessSlash, yearless: true },
  { id: 'epoch', example: '1778577124.113', read: readEpoch },
];

const byId = new Map(TIME_FORMATS.map((format) => [format.id, format]));

export const timeFormat = (id: TimeFormatId): TimeFormat => {
  const format = byId.get(id);
  if (format === undefined) throw new Error(`no time format ${id}`);
  return format;
};

/** `Oct 11 22:14:15` */
function readYearless(text: string, at: number, into: Stamp): boolean {
  const month = monthAt(text, at);
  if (month === 0 || text.charCodeAt(at + 3) !== 32) return false;
  const next = at + (text.charCodeAt(at + 4) === 32 ? 5 : 4);
  const wide = digitAt(text, next + 1) <= 9;
  const day = wide ? twoDigits(text, next) : digitAt(text, next);
  const start = next + (wide ? 3 : 2);
  const clock = clockAt(text, start);
  if (clock < 0 || !isDate(1972, month, day)) return false;
  into.seconds = epochDay(1972, month, day) * 86_400 + clock;
  into.offset = undefined;
  into.end = start + 8;
  readFraction(text, into);
  return true;
}

/** `10/11-22:14:15.123456`, as Snort writes. */
function readYearlessSlash(text: string, at: number, into: Stamp): boolean {
  const month = twoDigits(text, at);
  const day = twoDigits(text, at + 3);
  if (text.charCodeAt(at + 2) !== 47 || text.charCodeAt(at + 5) !== 45) return false;
  const clock = clockAt(text, at + 6);
  if (clock < 0 || !isDate(1972, month, day)) return false;
  into.seconds = epochDay(1972, month, day) * 86_400 + clock;
  into.offset = undefined;
  into.end = at + 14;
  readFraction(text, into);
  return true;
}

/** Seconds of a yearless reading in its true year; undefined for 29 February of a year without one. */
export function inYear(seconds: number, year: number): number | undefined {
  const date = new Date(seconds * 1000);
  const month = date.getUTCMonth() + 1;
  const day = date.getUTCDate();
  if (!isDate(year, month, day)) return undefined;
  return epochDay(year, month, day) * 86_400 + (seconds % 86_400);
}
