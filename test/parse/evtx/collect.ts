import { BufferSource } from '#main/parse/buffer-source.ts';
import { parser } from '#main/parse/formats/evtx/index.ts';
import type { ParsedEvent, Sink } from '#main/parse/parser.ts';
import type { Issue } from '#shared/model/issue.ts';
import { context } from './read-log.ts';

/** What a parser handed over, as it did, without columns between: for tests that read thousands of logs. */
export interface Collected {
  readonly events: readonly ParsedEvent[];
  readonly issues: readonly Issue[];
  readonly records: number;
  readonly parsed: number;
  readonly skipped: number;
}

// eslint-disable-next-line no-control-regex
const BREAKS = /[\u0000-\u001f\u007f\u2028\u2029]/;

/** Reads a log and checks on the way what holds for every input, however damaged. Throws what the parser throws. */
export function collect(bytes: Uint8Array, step?: number): Collected {
  const events: ParsedEvent[] = [];
  const issues: Issue[] = [];
  let records = 0;
  let parsed = 0;
  let skipped = 0;
  const claim = (count: number): number => {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} bytes claimed`);
    return count;
  };
  const inFile = (offset: number, length: number): void => {
    if (!Number.isInteger(offset) || offset < 0 || length < 0 || offset + length > bytes.length)
      throw new RangeError(`${length} bytes at ${offset} are not in ${bytes.length} bytes`);
  };
  const sink: Sink = {
    event(event) {
      inFile(event.offset, event.length);
      if (event.message === '') throw new Error('an event without a message');
      if (BREAKS.test(event.message)) throw new Error('a message of several lines');
      events.push({ ...event, values: [...event.values] });
    },
    issue(issue) {
      if (issue.offset !== undefined) inFile(issue.offset, issue.length ?? 0);
      issues.push(issue);
    },
    record() {
      records++;
    },
    parsed(count) {
      parsed += claim(count);
    },
    skipped(count) {
      skipped += claim(count);
    },
    position(offset) {
      inFile(offset, 0);
    },
  };
  parser.parse(new BufferSource(bytes, step), sink, context);
  if (parsed + skipped > bytes.length)
    throw new RangeError(`${parsed} bytes parsed and ${skipped} skipped of ${bytes.length}`);
  if (events.length > records)
    throw new RangeError(`${events.length} events of ${records} records`);
  return { events, issues, records, parsed, skipped };
}

/** Everything of an event in one text, to compare many of them quickly. */
export const textOf = (event: ParsedEvent): string =>
  JSON.stringify(event, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value === undefined ? null : value,
  );
