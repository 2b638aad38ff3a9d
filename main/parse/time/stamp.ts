import type { Precision } from '#shared/model/time.ts';

/** A time of day, or a date and time, as a text gave it. Parsers reuse one object. */
export interface Stamp {
  /** Seconds since 1970 of the wall clock, as if it showed UTC. */
  seconds: number;
  /** Nanoseconds within the second. */
  nanos: number;
  precision: Precision;
  /** Seconds east of UTC that the text states; undefined when it states none. */
  offset: number | undefined;
  /** Index after the last character that belongs to the time. */
  end: number;
}

export const blankStamp = (): Stamp => ({
  seconds: 0,
  nanos: 0,
  precision: 's',
  offset: undefined,
  end: 0,
});

const PRECISION_OF_DIGITS: readonly Precision[] = [
  's',
  'ms',
  'ms',
  'ms',
  'us',
  'us',
  'us',
  '100ns',
  'ns',
  'ns',
];

export const precisionOfDigits = (digits: number): Precision =>
  PRECISION_OF_DIGITS[Math.min(digits, 9)] ?? 'ns';
