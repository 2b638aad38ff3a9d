import { epochDay, isLeap } from './civil.ts';

/** Days by which lines of one log may be out of order without meaning another year. */
const TOLERANCE = 7;
/** Length of the year in `dateKey` units. */
const YEAR = 372;
/** Logs that jump more often than this are not told apart any further. */
const MAX_SPANS = 10_000;
const DAY = 86_400;

/** Orders the days of a year: month from 1 and day. */
export const dateKey = (month: number, day: number): number => month * 31 + day;

/** Neighbouring lines whose dates follow one another. */
interface Span {
  readonly offset: number;
  readonly first: number;
  last: number;
  /** Latest date met in it. */
  max: number;
  leapDay: boolean;
  /** Years after that of the first span. */
  year: number;
}

const LEAP_DAY = dateKey(2, 29);

/** Collects the dates of a log whose lines carry no year, in the order of the file. */
export class DateTrail {
  readonly spans: Span[] = [];

  add(offset: number, key: number): void {
    const span = this.spans.at(-1);
    if (
      span !== undefined &&
      (Math.abs(key - span.last) <= TOLERANCE || this.spans.length >= MAX_SPANS)
    ) {
      span.last = key;
      if (key > span.max) span.max = key;
      if (key === LEAP_DAY) span.leapDay = true;
      return;
    }
    this.spans.push({
      offset,
      first: key,
      last: key,
      max: key,
      leapDay: key === LEAP_DAY,
      year: 0,
    });
  }
}

/**
 * Years for lines that carry none. Dates run forward, so a step back from December to January is a new year;
 * a stretch that returns to where it left off was a wrong clock and is not. The last year is the latest in which
 * no line is more than a day younger than the file's own modification time, and 29 February exists where written.
 */
export class YearPlan {
  readonly #spans: readonly Span[];
  /** Year of the first span. */
  readonly #base: number;
  #at = 0;

  /** `reference`: the file's modification time in seconds since 1970. */
  constructor(trail: DateTrail, reference: number) {
    assignYears(trail.spans);
    this.#spans = trail.spans;
    this.#base = baseYear(trail.spans, reference);
  }

  /** First and last year of the file. */
  get range(): readonly [number, number] {
    const years = this.#spans.map((span) => this.#base + span.year);
    return [Math.min(...years), Math.max(...years)];
  }

  /** The year of the line at this offset. Lines are asked for in the order of the file. */
  yearAt(offset: number): number {
    while ((this.#spans[this.#at + 1]?.offset ?? Number.POSITIVE_INFINITY) <= offset) this.#at++;
    return this.#base + (this.#spans[this.#at]?.year ?? 0);
  }
}

function assignYears(spans: readonly Span[]): void {
  let trusted = spans[0];
  for (let i = 1; i < spans.length && trusted !== undefined; i++) {
    const span = spans[i] as Span;
    const step = span.first - trusted.last;
    const next = spans[i + 1];
    span.year = trusted.year;
    if (Math.abs(step) > TOLERANCE) {
      if (step + YEAR <= TOLERANCE) span.year++;
      else if (YEAR - step <= TOLERANCE) span.year--;
      else if (next !== undefined && Math.abs(next.first - trusted.last) <= TOLERANCE) continue;
      else if (step < 0) span.year++;
    }
    trusted = span;
  }
}

function baseYear(spans: readonly Span[], reference: number): number {
  const limit = reference + DAY;
  const latest = new Date(limit * 1000).getUTCFullYear();
  const highest = Math.max(0, ...spans.map((span) => span.year));
  // Leap years are at most eight years apart.
  for (let base = latest - highest; base > latest - highest - 9; base--) {
    const fits = spans.every((span) => {
      const year = base + span.year;
      if (span.leapDay && !isLeap(year)) return false;
      const month = Math.floor((span.max - 1) / 31);
      return epochDay(year, month, span.max - month * 31) * DAY <= limit;
    });
    if (fits) return base;
  }
  return latest - highest;
}
