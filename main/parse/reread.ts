import type { Failure } from '#shared/model/result.ts';
import { type BatchRow, rowAt } from './batch-row.ts';
import type { SinkPort } from './batch-sink.ts';
import type { ByteSource, ParseContext, Parser } from './parser.ts';
import { runParser } from './run-parser.ts';

/** Where a record lies in its file. */
export interface Locator {
  readonly offset: number;
  readonly length: number;
}

export interface Reread {
  /** For each locator asked for, by its offset: the events that its bytes yield now, in order. */
  readonly events: ReadonlyMap<number, readonly BatchRow[]>;
  readonly failure?: Failure;
}

/**
 * Extracts again the events at the given locators of one file, for verification. Parsers whose records stand
 * alone read just those bytes; for the others the whole file is parsed once, however many locators there are.
 * `n` of a row counts from 0 in what was read, not in the file, when only the records were read.
 */
export function reread(
  parser: Parser,
  source: ByteSource,
  context: ParseContext,
  locators: readonly Locator[],
): Reread {
  const events = new Map<number, BatchRow[]>(locators.map(({ offset }) => [offset, []]));
  const port: SinkPort = {
    batch(batch) {
      for (let row = 0; row < batch.rows; row++)
        events.get(Number(batch.offset[row]))?.push(rowAt(batch, row));
    },
    issues: () => undefined,
    position: () => undefined,
    check: () => undefined,
    due: () => false,
  };
  const { failure } = runParser(rereader(parser, locators), source, context, port);
  return { events, ...(failure !== undefined && { failure }) };
}

/** The parser, made to read only the records asked for, each once, where it can. */
function rereader(parser: Parser, locators: readonly Locator[]): Parser {
  if (parser.reread === undefined) return parser;
  const distinct = new Map(locators.map((locator) => [locator.offset, locator]));
  return {
    ...parser,
    parse(input, out, given) {
      for (const locator of distinct.values()) parser.reread?.(input, out, given, locator);
    },
  };
}
