import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/model/time.ts';
import { formatInstant } from '#shared/model/time.ts';
import { dayIn, dayOfDate, endOfDay, isWeekend } from '#shared/response/clocks/civil-day.ts';
import type { Period } from '#shared/response/clocks/due-time.ts';
import { dueAfter } from '#shared/response/clocks/due-time.ts';
import { usFederalHolidays } from '#shared/response/clocks/us-federal-holidays.ts';

const at = (text: string): Instant => (BigInt(Date.parse(text)) * 1_000_000n) as Instant;

interface Case {
  readonly what: string;
  readonly begin: string;
  readonly period: Period;
  /** Computed by hand from calendars; the last second that is in time. */
  readonly due: string;
}

const stockholm = 'Europe/Stockholm';
const newYork = 'America/New_York';

const CASES: readonly Case[] = [
  {
    what: '72 hours over the night in which clocks go forward',
    begin: '2026-03-27T22:00:00Z',
    period: { count: 72, unit: 'hours', zone: 'Europe/Berlin' },
    due: '2026-03-30T22:00:00Z',
  },
  {
    what: '72 hours over the night in which clocks go back',
    begin: '2026-10-23T08:15:30Z',
    period: { count: 72, unit: 'hours', zone: 'Europe/Berlin' },
    due: '2026-10-26T08:15:30Z',
  },
  {
    what: '24 hours that end on a Sunday stay there',
    begin: '2026-05-16T09:00:00Z',
    period: { count: 24, unit: 'hours', zone: stockholm, nextWorkingDay: true },
    due: '2026-05-17T09:00:00Z',
  },
  {
    what: 'a month',
    begin: '2026-05-15T13:00:00Z',
    period: { count: 1, unit: 'months', zone: stockholm },
    due: '2026-06-15T21:59:59Z',
  },
  {
    what: 'a month from an hour that is the next day in the zone',
    begin: '2026-05-14T23:30:00Z',
    period: { count: 1, unit: 'months', zone: stockholm },
    due: '2026-06-15T21:59:59Z',
  },
  {
    what: 'a month from 31 January',
    begin: '2026-01-31T10:00:00Z',
    period: { count: 1, unit: 'months', zone: stockholm },
    due: '2026-02-28T22:59:59Z',
  },
  {
    what: 'a month from 31 January of a leap year',
    begin: '2028-01-31T10:00:00Z',
    period: { count: 1, unit: 'months', zone: stockholm },
    due: '2028-02-29T22:59:59Z',
  },
  {
    what: 'a month from 30 November',
    begin: '2026-11-30T10:00:00Z',
    period: { count: 1, unit: 'months', zone: 'UTC' },
    due: '2026-12-30T23:59:59Z',
  },
  {
    what: 'a month that ends on a Sunday, as it is',
    begin: '2026-05-14T10:00:00Z',
    period: { count: 1, unit: 'months', zone: stockholm },
    due: '2026-06-14T21:59:59Z',
  },
  {
    what: 'a month that ends on a Sunday, moved to Monday',
    begin: '2026-05-14T10:00:00Z',
    period: { count: 1, unit: 'months', zone: stockholm, nextWorkingDay: true },
    due: '2026-06-15T21:59:59Z',
  },
  {
    what: 'the same with that Monday a holiday',
    begin: '2026-05-14T10:00:00Z',
    period: {
      count: 1,
      unit: 'months',
      zone: stockholm,
      nextWorkingDay: true,
      holidays: ['2026-06-15'],
    },
    due: '2026-06-16T21:59:59Z',
  },
  {
    what: '60 days, begun before midnight in Chicago, over the change of its clocks',
    begin: '2026-01-10T05:30:00Z',
    period: { count: 60, unit: 'days', zone: 'America/Chicago' },
    due: '2026-03-11T04:59:59Z',
  },
  {
    what: '60 days over 29 February',
    begin: '2028-01-10T12:00:00Z',
    period: { count: 60, unit: 'days', zone: 'UTC' },
    due: '2028-03-10T23:59:59Z',
  },
  {
    what: 'a day of 25 hours',
    begin: '2026-10-31T12:00:00Z',
    period: { count: 1, unit: 'days', zone: newYork },
    due: '2026-11-02T04:59:59Z',
  },
  {
    what: 'a day before one that begins at one o’clock',
    begin: '2026-09-04T12:00:00Z',
    period: { count: 1, unit: 'days', zone: 'America/Santiago' },
    due: '2026-09-06T03:59:59Z',
  },
  {
    what: 'four business days from a Wednesday',
    begin: '2026-05-20T15:00:00Z',
    period: { count: 4, unit: 'business-days', zone: newYork },
    due: '2026-05-27T03:59:59Z',
  },
  {
    what: 'the same over Memorial Day',
    begin: '2026-05-20T15:00:00Z',
    period: { count: 4, unit: 'business-days', zone: newYork, holidays: ['2026-05-25'] },
    due: '2026-05-28T03:59:59Z',
  },
  {
    what: 'four business days from a Saturday begin with Monday',
    begin: '2026-06-06T15:00:00Z',
    period: { count: 4, unit: 'business-days', zone: newYork },
    due: '2026-06-12T03:59:59Z',
  },
  {
    what: 'four business days of the SEC, to the hour at which it closes',
    begin: '2026-05-20T15:00:00Z',
    period: {
      count: 4,
      unit: 'business-days',
      zone: newYork,
      until: '17:30',
      holidays: usFederalHolidays(2026),
    },
    due: '2026-05-27T21:30:00Z',
  },
  {
    what: 'the same from the evening of a Friday in New York that is Saturday in UTC',
    begin: '2026-06-06T03:00:00Z',
    period: { count: 4, unit: 'business-days', zone: newYork, until: '17:30' },
    due: '2026-06-11T21:30:00Z',
  },
  {
    what: 'the same from a federal holiday: the next business day is the first of the four',
    begin: '2026-11-26T15:00:00Z',
    period: {
      count: 4,
      unit: 'business-days',
      zone: newYork,
      until: '17:30',
      holidays: usFederalHolidays(2026),
    },
    due: '2026-12-02T22:30:00Z',
  },
  {
    what: 'the same over a 4 July that is observed on the Friday before',
    begin: '2026-06-30T15:00:00Z',
    period: {
      count: 4,
      unit: 'business-days',
      zone: newYork,
      until: '17:30',
      holidays: usFederalHolidays(2026),
    },
    due: '2026-07-07T21:30:00Z',
  },
  {
    what: 'an hour that the clocks of that day skip',
    begin: '2026-03-07T12:00:00Z',
    period: { count: 1, unit: 'days', zone: newYork, until: '02:30' },
    due: '2026-03-08T07:30:00Z',
  },
  {
    what: '72 hours from the last hour before clocks go back, in a zone of another day',
    begin: '2026-11-01T05:59:59Z',
    period: { count: 72, unit: 'hours', zone: newYork, until: '17:30' },
    due: '2026-11-04T05:59:59Z',
  },
  {
    what: '60 days after the end of a calendar year whose next one is a leap year',
    begin: '2027-12-31T12:00:00Z',
    period: { count: 60, unit: 'days', zone: newYork },
    due: '2028-03-01T04:59:59Z',
  },
  {
    what: '60 days after the end of a calendar year',
    begin: '2026-12-31T12:00:00Z',
    period: { count: 60, unit: 'days', zone: newYork },
    due: '2027-03-02T04:59:59Z',
  },
  {
    what: 'a month from 29 February',
    begin: '2028-02-29T10:00:00Z',
    period: { count: 1, unit: 'months', zone: stockholm },
    due: '2028-03-29T21:59:59Z',
  },
  {
    what: 'a month over the night in which clocks go back',
    begin: '2026-09-30T10:00:00Z',
    period: { count: 1, unit: 'months', zone: stockholm },
    due: '2026-10-30T22:59:59Z',
  },
  {
    what: 'a month that ends on the day before clocks go forward',
    begin: '2026-02-28T22:30:00Z',
    period: { count: 1, unit: 'months', zone: stockholm },
    due: '2026-03-28T22:59:59Z',
  },
  {
    what: 'a month, moved over Easter with its holidays',
    begin: '2026-03-03T10:00:00Z',
    period: {
      count: 1,
      unit: 'months',
      zone: stockholm,
      nextWorkingDay: true,
      holidays: ['2026-04-03', '2026-04-06'],
    },
    due: '2026-04-07T21:59:59Z',
  },
  {
    what: 'no business day: the end of the day itself',
    begin: '2026-05-20T15:00:00Z',
    period: { count: 0, unit: 'business-days', zone: newYork },
    due: '2026-05-21T03:59:59Z',
  },
];

describe('the end of a period', () => {
  it.each(CASES)('is right for $what', ({ begin, period, due }) => {
    expect(formatInstant(dueAfter(at(begin), period).at, 's')).toBe(due);
  });

  it('says the day, and from which it was moved', () => {
    const period: Period = { count: 1, unit: 'months', zone: stockholm, nextWorkingDay: true };
    expect(dueAfter(at('2026-05-14T10:00:00Z'), period)).toMatchObject({
      day: dayOfDate('2026-06-15'),
      movedFrom: dayOfDate('2026-06-14'),
    });
  });

  it('is not counted in a zone that there is none', () => {
    const period: Period = { count: 1, unit: 'days', zone: 'Mars/Olympus' };
    expect(() => dueAfter(at('2026-05-14T10:00:00Z'), period)).toThrow(RangeError);
  });
});

describe('the federal holidays', () => {
  it.each([
    [
      2026,
      // As the Office of Personnel Management lists them.
      '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25',
    ],
    [
      2027,
      '2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24',
    ],
    [
      2022,
      '2022-01-17 2022-02-21 2022-05-30 2022-06-20 2022-07-04 2022-09-05 2022-10-10 2022-11-11 2022-11-24 2022-12-26',
    ],
  ])('of %i are those on which offices are closed', (year, days) => {
    expect(usFederalHolidays(year).join(' ')).toBe(days);
  });
});

const ZONES = [
  'UTC',
  stockholm,
  newYork,
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
];
const begin = fc
  .integer({ min: Date.parse('2000-01-01'), max: Date.parse('2060-01-01') })
  .map((ms) => (BigInt(ms) * 1_000_000n) as Instant);
const zone = fc.constantFrom(...ZONES);
const holidays = fc.array(
  fc.integer({ min: 0, max: 40 }).map((n) => `2026-05-${String((n % 31) + 1).padStart(2, '0')}`),
  { maxLength: 6 },
);

describe('any period', () => {
  it('of hours is exactly so many of them', () => {
    fc.assert(
      fc.property(begin, zone, fc.nat({ max: 5_000 }), (from, where, count) => {
        const due = dueAfter(from, { count, unit: 'hours', zone: where });
        expect(due).toEqual({ at: from + BigInt(count) * 3_600_000_000_000n });
      }),
    );
  });

  it('of days ends with the last instant of its last day, and one more day is later', () => {
    fc.assert(
      fc.property(begin, zone, fc.nat({ max: 400 }), (from, where, count) => {
        const due = dueAfter(from, { count, unit: 'days', zone: where });
        const day = dayIn(where, from) + count;
        expect(due.day).toBe(day);
        expect(dayIn(where, due.at)).toBe(day);
        expect(dayIn(where, (due.at + 1n) as Instant)).toBe(day + 1);
        expect(dueAfter(from, { count: count + 1, unit: 'days', zone: where }).at).toBe(
          endOfDay(where, day + 1),
        );
      }),
    );
  });

  it('of months keeps the date or ends with a shorter month', () => {
    fc.assert(
      fc.property(begin, fc.nat({ max: 60 }), (from, count) => {
        const { day = 0 } = dueAfter(from, { count, unit: 'months', zone: 'UTC' });
        const start = new Date(Number(from / 1_000_000n));
        const end = new Date(day * 86_400_000);
        const months = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();
        expect(months(end) - months(start)).toBe(count);
        const tomorrow = new Date((day + 1) * 86_400_000);
        if (end.getUTCDate() !== start.getUTCDate()) {
          expect(end.getUTCDate()).toBeLessThan(start.getUTCDate());
          expect(tomorrow.getUTCDate()).toBe(1);
        }
      }),
    );
  });

  it('of business days has so many of them after its first day and ends on one', () => {
    const may = fc
      .integer({ min: Date.parse('2026-04-20'), max: Date.parse('2026-06-10') })
      .map((ms) => (BigInt(ms) * 1_000_000n) as Instant);
    fc.assert(
      fc.property(may, zone, holidays, fc.nat({ max: 30 }), (from, where, free, count) => {
        const period: Period = { count, unit: 'business-days', zone: where, holidays: free };
        const { day = 0 } = dueAfter(from, period);
        const off = new Set(free.map(dayOfDate));
        const first = dayIn(where, from);
        const between = Array.from({ length: day - first }, (_, n) => first + 1 + n);
        const working = between.filter((one) => !isWeekend(one) && !off.has(one));
        expect(working).toHaveLength(count);
        if (count > 0) expect(working.at(-1)).toBe(day);
      }),
    );
  });
});
