import type { Precision, ZoneBasis } from '../model/time.ts';
import { formatInstant, type Instant } from '../model/time.ts';

/** For a column headed “UTC”: `2026-05-12 09:12:04.113`. */
export const timeCell = (time: bigint, precision: Precision): string =>
  formatInstant(time as Instant, precision)
    .replace('T', ' ')
    .replace(/Z$/, '');

/** The same, no finer than milliseconds: for tables that are read, where the exact time is given elsewhere. */
export const readableTime = (time: bigint, precision: Precision): string =>
  timeCell(time, FINER.has(precision) ? 'ms' : precision);

const FINER: ReadonlySet<Precision> = new Set(['ns', '100ns', 'us']);

/** On its own: `2026-05-12 09:12:04.113 UTC`. */
export const timeText = (time: bigint, precision: Precision): string =>
  `${readableTime(time, precision)} UTC`;

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** A moment of the work on the case: `23 Nov 2026 10:12 UTC`. */
export function dayText(time: bigint): string {
  const [date = '', clock = ''] = timeCell(time, 'min').split(' ');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year} ${clock} UTC`;
}

/** What an event's time rests on. */
export function zoneText(basis: ZoneBasis, assumedZone: string | undefined): string {
  if (basis === 'utc') return 'UTC, by the format’s definition';
  if (basis === 'offset') return 'offset from UTC stated in the record';
  if (basis === 'none') return 'no time in the record';
  return assumedZone === undefined
    ? 'no zone in the record; UTC assumed'
    : `no zone in the record; ${assumedZone} assumed at intake`;
}
