import { Temporal } from 'temporal-polyfill';
import type { Instant, Precision } from '#shared/model/time.ts';

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?$/;

/** The instant of a wall time in a zone; undefined when it is no time. A repeated hour is taken as its first. */
export function readTime(text: string, zone: string): Instant | undefined {
  const match = SHAPE.exec(text.trim());
  if (match === null) return undefined;
  const [, date = '', clock = '00:00', second = '00', fraction = '0'] = match;
  try {
    const plain = Temporal.PlainDateTime.from(
      `${date}T${clock}:${second}.${fraction.padEnd(9, '0')}`,
      { overflow: 'reject' },
    );
    return plain.toZonedDateTime(zone, { disambiguation: 'compatible' })
      .epochNanoseconds as Instant;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** How fine a time was written: a date alone says the day, `09:12` the minute. */
export function precisionOf(text: string): Precision | undefined {
  const match = SHAPE.exec(text.trim());
  if (match === null) return undefined;
  const [, , clock, second, fraction] = match;
  if (clock === undefined) return 'day';
  if (second === undefined) return 'min';
  if (fraction === undefined) return 's';
  if (fraction.length <= 3) return 'ms';
  return fraction.length <= 6 ? 'us' : fraction.length === 7 ? '100ns' : 'ns';
}
