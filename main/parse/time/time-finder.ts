import { TIME_FORMATS, type TimeFormat, timeFormat } from './formats.ts';
import { type Stamp, blankStamp } from './stamp.ts';

/** How far into a line its time may begin. */
const REACH = 128;

const BY_DIGIT: readonly TimeFormat[] = TIME_FORMATS.filter(
  ({ id }) => !['asctime', 'month-day-year', 'yearless', 'epoch'].includes(id),
);
const BY_LETTER: readonly TimeFormat[] = [
  timeFormat('asctime'),
  timeFormat('day-month-year'),
  timeFormat('month-day-year'),
  timeFormat('yearless'),
];
const EPOCH = timeFormat('epoch');

/**
 * Finds the time in a line of a log nobody described. Lines of one log agree, so the place and the form that
 * held last are tried first; only then is the beginning of the line searched.
 */
export class TimeFinder {
  readonly stamp: Stamp = blankStamp();
  format: TimeFormat | undefined;
  start = 0;
  readonly #digits: readonly TimeFormat[];

  /** `dayFirst`: how to read `03/04/2026`. */
  constructor(dayFirst = false) {
    this.#digits = BY_DIGIT.filter(({ id }) => id !== (dayFirst ? 'month-first' : 'day-first'));
  }

  /** True when the line has a time; `format`, `start` and `stamp` then say which and where. */
  find(text: string): boolean {
    if (this.format?.read(text, this.start, this.stamp) === true && isBoundary(text, this.start))
      return true;
    const limit = Math.min(text.length, REACH);
    for (let at = 0; at < limit; at++) {
      const kind = kindOf(text.charCodeAt(at));
      if (kind === OTHER || !isBoundary(text, at)) continue;
      const format = this.#formatAt(text, at, kind);
      if (format !== undefined) {
        this.format = format;
        this.start = at;
        return true;
      }
    }
    return false;
  }

  #formatAt(text: string, at: number, kind: number): TimeFormat | undefined {
    const formats = kind === DIGIT ? this.#digits : BY_LETTER;
    for (const format of formats)
      if (format.read(text, at, this.stamp) && this.#isPlaced(text, at, format)) return format;
    // Bare numbers are times only where logs put them: at the start, in brackets, after `ts=` and the like.
    const before = text.charCodeAt(at - 1);
    const placed = at === 0 || before === 40 || before === 91 || before === 61;
    return kind === DIGIT && placed && EPOCH.read(text, at, this.stamp) && this.#plausible(text)
      ? EPOCH
      : undefined;
  }

  /** A date alone, or digits without separators, may be anything: such count only at the start of a line. */
  #isPlaced(text: string, at: number, format: TimeFormat): boolean {
    if (this.stamp.precision !== 'day' && format.id !== 'compact-year') return true;
    for (let i = 0; i < at; i++) if (kindOf(text.charCodeAt(i)) !== OTHER) return false;
    return true;
  }

  /** The number ends where it was read to end. */
  #plausible(text: string): boolean {
    return kindOf(text.charCodeAt(this.stamp.end)) === OTHER;
  }
}

const OTHER = 0;
const DIGIT = 1;
const LETTER = 2;

function kindOf(unit: number): number {
  if (unit >= 48 && unit <= 57) return DIGIT;
  return (unit | 32) >= 97 && (unit | 32) <= 122 ? LETTER : OTHER;
}

/** Nothing that could belong to a longer number or word stands before. */
function isBoundary(text: string, at: number): boolean {
  if (at === 0) return true;
  const unit = text.charCodeAt(at - 1);
  return kindOf(unit) === OTHER && unit !== 46 && unit !== 45;
}
