import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../model/time.ts';

/** A day of the calendar, counted from 1970-01-01. It has no zone and no length in hours. */
export type CivilDay = number;

const EPOCH = Temporal.PlainDate.from('1970-01-01');

const dateOf = (day: CivilDay): Temporal.PlainDate => EPOCH.add({ days: day });

const countOf = (date: Temporal.PlainDate): CivilDay => EPOCH.until(date).days;

/** @throws RangeError when no such zone is known */
export const dayIn = (zone: string, instant: Instant): CivilDay =>
  countOf(Temporal.Instant.fromEpochNanoseconds(instant).toZonedDateTimeISO(zone).toPlainDate());

/**
 * The last nanosecond of a day as the zone has it: 23, 24 or 25 hours after it began where clocks change.
 * @throws RangeError when no such zone is known
 */
export const endOfDay = (zone: string, day: CivilDay): Instant =>
  (dateOf(day + 1).toZonedDateTime(zone).epochNanoseconds - 1n) as Instant;

/**
 * An hour `HH:MM` of a day, in the zone; where clocks skip it, as much later as they go forward.
 * @throws RangeError when no such zone is known
 */
export const hourOfDay = (zone: string, day: CivilDay, hour: string): Instant =>
  dateOf(day).toZonedDateTime({ timeZone: zone, plainTime: hour }).epochNanoseconds as Instant;

/** The same date so many months on; where that month is too short, its last day. */
export const monthsAfter = (day: CivilDay, months: number): CivilDay =>
  countOf(dateOf(day).add({ months }, { overflow: 'constrain' }));

/** @throws RangeError when it is no date `YYYY-MM-DD` */
export const dayOfDate = (date: string): CivilDay => countOf(Temporal.PlainDate.from(date));

/** `YYYY-MM-DD`. */
export const dateText = (day: CivilDay): string => dateOf(day).toString();

const WEEKDAYS = [
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** 1 January 1970 was a Thursday. */
export const weekdayOf = (day: CivilDay): Weekday => WEEKDAYS[((day % 7) + 7) % 7] ?? 'Thursday';

export const isWeekend = (day: CivilDay): boolean => {
  const weekday = weekdayOf(day);
  return weekday === 'Saturday' || weekday === 'Sunday';
};

export const isZone = (zone: string): boolean => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};
