import { Temporal } from 'temporal-polyfill';

const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;
const SUNDAY = 7;

/**
 * Days on which the federal government of the United States is closed in a year, `YYYY-MM-DD`, ascending: the public
 * holidays of 5 U.S.C. 6103(a) as offices observe them. One that falls on a Saturday is observed on the Friday before
 * (6103(b)), one on a Sunday on the Monday after (Executive Order 11582). A 1 January that is a Saturday is left out: its
 * Friday is in the year before, and markets and filing systems have worked on it.
 */
export function usFederalHolidays(year: number): readonly string[] {
  const date = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const nth = (n: number, weekday: number, month: number): Temporal.PlainDate => {
    const first = date(month, 1);
    return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (n - 1) });
  };
  const lastMonday = (month: number): Temporal.PlainDate => {
    const last = date(month, 1).add({ months: 1 }).subtract({ days: 1 });
    return last.subtract({ days: last.dayOfWeek - MONDAY });
  };
  const holidays = [
    date(1, 1),
    nth(3, MONDAY, 1),
    nth(3, MONDAY, 2),
    lastMonday(5),
    ...(year >= 2021 ? [date(6, 19)] : []),
    date(7, 4),
    nth(1, MONDAY, 9),
    nth(2, MONDAY, 10),
    date(11, 11),
    nth(4, THURSDAY, 11),
    date(12, 25),
  ];
  return holidays.map(observed).flatMap((day) => (day.year === year ? [day.toString()] : []));
}

function observed(day: Temporal.PlainDate): Temporal.PlainDate {
  if (day.dayOfWeek === SATURDAY) return day.subtract({ days: 1 });
  return day.dayOfWeek === SUNDAY ? day.add({ days: 1 }) : day;
}
