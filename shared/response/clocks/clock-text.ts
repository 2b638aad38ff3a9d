import { formatDuration } from '../../model/duration.ts';
import type { Instant } from '../../model/time.ts';
import type { Deadline } from '../../records/kinds/deadline.ts';
import { counted } from '../../work/number-text.ts';
import { dateText, weekdayOf } from './civil-day.ts';
import type { Clock } from './clock.ts';
import type { Due } from './due-time.ts';

const UNITS: { readonly [U in Deadline['unit']]: readonly [one: string, many: string] } = {
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  months: ['month', 'months'],
  'business-days': ['business day', 'business days'],
};

/** `72 hours`, `1 month`. */
export const periodText = ({ count, unit }: Pick<Deadline, 'count' | 'unit'>): string =>
  counted(count, ...UNITS[unit]);

/** When it is due: an hour, or the end of a day in its own zone. `timeText` writes an instant. */
export function dueText(
  due: Due,
  { zone, until }: Pick<Deadline, 'zone' | 'until'>,
  timeText: (at: Instant) => string,
): string {
  if (due.day === undefined) return timeText(due.at);
  const day = `${weekdayOf(due.day)} ${dateText(due.day)} (${zone})`;
  return until === undefined ? `end of ${day}` : `${until} on ${day}`;
}

const MINUTE = 60_000_000_000n;
/** To the minute: seconds of a deadline are noise. */
const roughly = (ns: bigint): string =>
  ns < MINUTE ? 'less than a minute' : formatDuration(ns - (ns % MINUTE));

/** `14 h 20 min left`, `overdue by 3 h`, `met`, … */
export function stateText({ state }: Clock): string {
  switch (state.kind) {
    case 'waiting':
      return 'not running';
    case 'running':
      return `${roughly(state.left)} left`;
    case 'missed':
      return `overdue by ${roughly(state.late)}`;
    case 'met':
      return 'met';
    case 'met-late':
      return `met ${roughly(state.late)} late`;
    case 'waived':
      return 'waived';
  }
}
