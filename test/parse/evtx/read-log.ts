import { type Account, coverageOf } from '#main/parse/account.ts';
import { type BatchRow, rowAt } from '#main/parse/batch-row.ts';
import type { SinkPort } from '#main/parse/batch-sink.ts';
import { BufferSource } from '#main/parse/buffer-source.ts';
import { parser } from '#main/parse/formats/evtx/index.ts';
import type { ParseContext } from '#main/parse/parser.ts';
import { runParser } from '#main/parse/run-parser.ts';
import type { Coverage } from '#shared/model/evidence.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Failure } from '#shared/model/result.ts';

export const context: ParseContext = {
  name: 'test.evtx',
  zone: undefined,
  reference: undefined,
  options: undefined,
};

export interface Log {
  readonly rows: readonly BatchRow[];
  /** In their regular places. */
  readonly live: readonly BatchRow[];
  readonly recovered: readonly BatchRow[];
  readonly issues: readonly Issue[];
  readonly account: Account;
  readonly coverage: Coverage;
  readonly failure: Failure | undefined;
}

/** Reads a log as the application does, through the sink and its columns; `step` limits every read. */
export function readLog(bytes: Uint8Array, step?: number): Log {
  const rows: BatchRow[] = [];
  const issues: Issue[] = [];
  const port: SinkPort = {
    batch(batch) {
      for (let row = 0; row < batch.rows; row++) rows.push(rowAt(batch, row));
    },
    issues: (some) => issues.push(...some),
    position: () => undefined,
    check: () => undefined,
    due: () => false,
  };
  const { account, failure } = runParser(parser, new BufferSource(bytes, step), context, port);
  return {
    rows,
    live: rows.filter((row) => !row.recovered),
    recovered: rows.filter((row) => row.recovered),
    issues,
    account,
    coverage: coverageOf(account, bytes.length),
    failure,
  };
}

export const fieldsOf = (row: BatchRow | undefined): { readonly [name: string]: unknown } =>
  JSON.parse(row?.fields ?? '{}') as { readonly [name: string]: unknown };

export const codesOf = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);
