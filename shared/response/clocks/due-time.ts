import type { Instant } from '../../model/time.ts';
import type { Deadline } from '../../records/kinds/deadline.ts';
import type { CivilDay } from './civil-day.ts';
import { dayIn, dayOfDate, endOfDay, hourOfDay, isWeekend, monthsAfter } from './civil-day.ts';

export type Period = Pick<
  Deadline,
  'count' | 'unit' | 'zone' | 'holidays' | 'nextWorkingDay' | 'until'
>;

export interface Due {
  /** The last instant that is still in time. */
  readonly at: Instant;
  /** Periods of days end with a day, not at an hour: which one. */
  readonly day?: CivilDay;
  /** The day on which it would have ended, were that a working day. */
  readonly movedFrom?: CivilDay;
}

const HOUR = 3_600_000_000_000n;

/**
 * When a period that begins at an instant ends.
 *
 * Hours are elapsed hours from that very instant, over nights, weekends and changes of the clock. Days, months and
 * business days are days of the calendar in the zone: the day on which it begins is not counted, and the period ends
 * with the end of its last day, or at its hour `until`. 31 January and a month is the last day of February. Business days leave out Saturdays,
 * Sundays and the holidays given.
 *
 * This is how Regulation (EEC, Euratom) No 1182/71, Article 3, counts, but for three things in which the earlier time
 * was chosen, so that nothing is late by our counting: the hour in which it begins is counted (paragraph 1 leaves it
 * out), a last day that is no working day moves on (paragraph 4) only where `nextWorkingDay` says so, and no period is
 * made longer to have two working days in it (paragraph 5).
 * @throws RangeError when no such zone is known
 */
export function dueAfter(begin: Instant, period: Period): Due {
  const { count, unit, zone, until } = period;
  if (unit === 'hours') return { at: (begin + BigInt(count) * HOUR) as Instant };
  const first = dayIn(zone, begin);
  const endOf = (day: CivilDay): Instant =>
    until === undefined ? endOfDay(zone, day) : hourOfDay(zone, day, until);
  const free = new Set((period.holidays ?? []).map(dayOfDate));
  const last = lastDay(first, count, unit, free);
  if (period.nextWorkingDay !== true || isWorking(last, free)) {
    return { at: endOf(last), day: last };
  }
  const day = nextWorking(last, free);
  return { at: endOf(day), day, movedFrom: last };
}

function lastDay(
  first: CivilDay,
  count: number,
  unit: Exclude<Period['unit'], 'hours'>,
  free: ReadonlySet<CivilDay>,
): CivilDay {
  switch (unit) {
    case 'days':
      return first + count;
    case 'months':
      return monthsAfter(first, count);
    case 'business-days': {
      let day = first;
      for (let n = 0; n < count; n += 1) day = nextWorking(day, free);
      return day;
    }
  }
}

const isWorking = (day: CivilDay, free: ReadonlySet<CivilDay>): boolean =>
  !isWeekend(day) && !free.has(day);

function nextWorking(day: CivilDay, free: ReadonlySet<CivilDay>): CivilDay {
  let next = day + 1;
  while (!isWorking(next, free)) next += 1;
  return next;
}
