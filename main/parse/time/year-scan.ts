import type { ByteSource, ParseContext, Sink } from '../parser.ts';
import { LineReader } from '../text/line-reader.ts';
import { monthAt } from './civil.ts';
import { digitAt, twoDigits } from './digits.ts';
import { DateTrail, YearPlan, dateKey } from './year-plan.ts';

/** Reading ahead leaves no trace in the account of the file, but a cancelled job must still stop. */
const ahead = (out: Sink): Sink => ({
  event: () => undefined,
  issue: () => undefined,
  record: () => undefined,
  parsed: () => undefined,
  skipped: () => undefined,
  position: () => out.position(0),
});

/** Hands over the lines of a file, or what it has for lines, each with its place. */
export type EachLine = (
  input: ByteSource,
  out: Sink,
  onLine: (line: string, offset: number) => void,
) => void;

const eachLine: EachLine = (input, out, onLine) => {
  const lines = new LineReader(input, out);
  while (lines.next()) onLine(lines.text, lines.offset);
};

/** The date of a text that has month, day and clock but no year at this place; 0 for any other. */
export function yearlessDate(text: string, from: number): number {
  let at = from;
  const month = monthAt(text, at);
  if (month === 0 || text.charCodeAt(at + 3) !== 32) return 0;
  at += text.charCodeAt(at + 4) === 32 ? 5 : 4;
  const wide = digitAt(text, at + 1) <= 9;
  const day = wide ? twoDigits(text, at) : digitAt(text, at);
  const clock = at + (wide ? 3 : 2);
  return day <= 31 && text.charCodeAt(clock + 2) === 58 ? dateKey(month, day) : 0;
}

/** `dateKey` of seconds since 1970. */
export function dateKeyOf(seconds: number): number {
  const date = new Date(seconds * 1000);
  return dateKey(date.getUTCMonth() + 1, date.getUTCDate());
}

/**
 * Reads the dates of the whole file, to know its years before the first line is dated. `dateOf` gives the
 * `dateKey` of a line, 0 when it has none or has a year; `each` is how the file is cut into lines, if otherwise than
 * at newlines. Undefined when the file's own time is not known.
 */
export function planYears(
  input: ByteSource,
  out: Sink,
  context: ParseContext,
  dateOf: (line: string) => number,
  each: EachLine = eachLine,
): YearPlan | undefined {
  if (context.reference === undefined) return undefined;
  const trail = new DateTrail();
  each(input, ahead(out), (line, offset) => {
    const key = dateOf(line);
    if (key > 0) trail.add(offset, key);
  });
  const plan = new YearPlan(trail, Number(context.reference / 1_000_000_000n));
  const [first, last] = plan.range;
  const when = new Date(Number(context.reference / 1_000_000n)).toISOString().slice(0, 10);
  out.issue({
    code: 'year-inferred',
    severity: 'info',
    blame: 'evidence',
    offset: 0,
    message: `The times carry no year. Counted back from the file's modification time, ${when}, they are of ${first === last ? String(first) : `${first} to ${last}`}.`,
  });
  return plan;
}
