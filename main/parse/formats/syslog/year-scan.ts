import type { ByteSource, ParseContext, Sink } from '../../parser.ts';
import { LineReader } from '../../text/line-reader.ts';
import { monthAt } from '../../time/civil.ts';
import { digitAt, twoDigits } from '../../time/digits.ts';
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

/** The date of a line that begins with month, day and clock; 0 for any other. */
function yearlessDate(text: string): number {
  let at = text.charCodeAt(0) === 60 ? text.indexOf('>') + 1 : 0;
  const month = monthAt(text, at);
  if (month === 0 || text.charCodeAt(at + 3) !== 32) return 0;
  at += text.charCodeAt(at + 4) === 32 ? 5 : 4;
  const wide = digitAt(text, at + 1) <= 9;
  const day = wide ? twoDigits(text, at) : digitAt(text, at);
  const clock = at + (wide ? 3 : 2);
  return day <= 31 && text.charCodeAt(clock + 2) === 58 ? dateKey(month, day) : 0;
}

/** Reads the dates of the whole file, to know its years before the first line is dated. */
export function planYears(
  input: ByteSource,
  out: Sink,
  context: ParseContext,
): YearPlan | undefined {
  if (context.reference === undefined) return undefined;
  const trail = new DateTrail();
  const lines = new LineReader(input, ahead(out));
  while (lines.next()) {
    const key = yearlessDate(lines.text);
    if (key > 0) trail.add(lines.offset, key);
  }
  const plan = new YearPlan(trail, Number(context.reference / 1_000_000_000n));
  const [first, last] = plan.range;
  const when = new Date(Number(context.reference / 1_000_000n)).toISOString().slice(0, 10);
  out.issue({
    code: 'syslog-year-inferred',
    severity: 'info',
    blame: 'evidence',
    offset: 0,
    message: `The times carry no year. Counted back from the file's modification time, ${when}, they are of ${first === last ? String(first) : `${first} to ${last}`}.`,
  });
  return plan;
}
