import type { Issue } from '#shared/model/issue.ts';
import type { Coverage } from '#shared/model/evidence.ts';
import type { Failure } from '#shared/model/result.ts';
import { coverageOf } from '#main/parse/account.ts';
import { type BatchRow, rowAt } from '#main/parse/batch-row.ts';
import type { SinkPort } from '#main/parse/batch-sink.ts';
import { BufferSource } from '#main/parse/buffer-source.ts';
import type { ParseContext, Parser } from '#main/parse/parser.ts';
import { runParser } from '#main/parse/run-parser.ts';

/** Everything one run of a parser yields. */
export interface ParsedBytes {
  readonly rows: readonly BatchRow[];
  readonly issues: readonly Issue[];
  readonly coverage: Coverage;
  readonly failure?: Failure;
}

/** A file as the engine describes it: no zone was given, and it was last written at the end of November 2026. */
export const testContext = (given: Partial<ParseContext> = {}): ParseContext => ({
  name: 'evidence',
  zone: undefined,
  reference: BigInt(Date.UTC(2026, 10, 30)) * 1_000_000n,
  options: undefined,
  ...given,
});

/** Runs a parser over bytes in memory; `step` limits each read. */
export function parseBytes(
  parser: Parser,
  bytes: Uint8Array,
  context: ParseContext = testContext(),
  step?: number,
): ParsedBytes {
  const rows: BatchRow[] = [];
  const issues: Issue[] = [];
  const port: SinkPort = {
    batch(batch) {
      for (let row = 0; row < batch.rows; row++) rows.push(rowAt(batch, row));
    },
    issues: (more) => void issues.push(...more),
    position: () => undefined,
    check: () => undefined,
    due: () => false,
  };
  const { account, failure } = runParser(parser, new BufferSource(bytes, step), context, port);
  return {
    rows,
    issues,
    coverage: coverageOf(account, bytes.length),
    ...(failure !== undefined && { failure }),
  };
}
