/** Days since 1970-01-01 of a date in the proleptic Gregorian calendar; month from 1. */
export function epochDay(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const LENGTHS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isLeap = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= (LENGTHS[month] as number) && (month !== 2 || day < 29 || isLeap(year));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Three letters as one number, in lower case; what are not letters match nothing. */
const packed = (text: string, at: number): number =>
  ((text.charCodeAt(at) | 32) << 16) |
  ((text.charCodeAt(at + 1) | 32) << 8) |
  (text.charCodeAt(at + 2) | 32);

const monthOf = new Map(MONTHS.map((name, i) => [packed(name, 0), i + 1]));
let lastName = 0;
let lastMonth = 0;

/** 1 to 12 for the English three-letter name at this place, in any case; 0 when there is none. */
export function monthAt(text: string, at: number): number {
  const name = packed(text, at);
  if (name !== lastName) {
    lastName = name;
    lastMonth = monthOf.get(name) ?? 0;
  }
  return lastMonth;
}

const WEEKDAYS = new Set(
  ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((name) => packed(name, 0)),
);

export const isWeekdayAt = (text: string, at: number): boolean => WEEKDAYS.has(packed(text, at));
