import type { Failure } from '#shared/model/result.ts';
import { FailureError } from '#shared/model/result.ts';
import type { Account } from './account.ts';
import { BatchSink, type SinkPort } from './batch-sink.ts';
import type { ByteSource, ParseContext, Parser } from './parser.ts';

export interface ParseRun {
  readonly account: Account;
  /** Why it did not come to the end: cancelled, unreadable, or a fault of the parser. */
  readonly failure?: Failure;
}

/**
 * Runs one parser over one source to the end, or to where it stops. Whatever was whole by then has been
 * delivered. A throwing parser is a bug of ours, but one that a hostile file must not turn into lost evidence:
 * here, at the edge of the parse, it becomes a failure of this file.
 */
export function runParser(
  parser: Parser,
  source: ByteSource,
  context: ParseContext,
  port: SinkPort,
): ParseRun {
  const sink = new BatchSink(source.size, port);
  let failure: Failure | undefined;
  try {
    port.check();
    parser.parse(source, sink, context);
  } catch (error) {
    failure = failureOf(error, parser, context.name);
  }
  sink.flush();
  return { account: sink.account(), ...(failure !== undefined && { failure }) };
}

function failureOf(error: unknown, parser: Parser, name: string): Failure {
  if (error instanceof FailureError) return error.failure;
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return { code: 'io', message: `${name} could not be read to its end: ${text}.`, subject: name };
  const place = error instanceof Error ? error.stack?.split('\n')[1]?.trim() : undefined;
  return {
    code: 'parser-failed',
    message: `Parser ${parser.id} version ${parser.version} failed on ${name}: ${text}${place === undefined ? '' : ` (${place})`}.`,
    subject: name,
  };
}
