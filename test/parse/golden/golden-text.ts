import { UNDATED, formatInstant } from '#shared/model/time.ts';
import type { BatchRow } from '#main/parse/batch-row.ts';
import type { Parser } from '#main/parse/parser.ts';
import type { ParsedBytes } from '../parse-bytes.ts';

/** What a run gave, a line for the file, one for each issue and one for each event: made to be read by a person. */
export function goldenText(parser: Parser, { rows, issues, coverage }: ParsedBytes): string {
  const lines = [
    { parser: `${parser.id}@${parser.version}`, coverage },
    ...issues.map((issue) => ({ issue })),
    ...rows.map(shownEvent),
  ];
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** An event without its searchable text, which a test of its own checks. */
function shownEvent(row: BatchRow): object {
  const { n, offset, length, time, precision, fields, ordinal, recovered, ...rest } = row;
  return {
    n,
    at: [offset, length],
    ...(ordinal > 0 && { ordinal }),
    time: time === UNDATED ? null : formatInstant(time, precision),
    precision,
    ...rest,
    search: undefined,
    ...(recovered && { recovered }),
    fields: JSON.parse(fields) as unknown,
  };
}
