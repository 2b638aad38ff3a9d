import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParserId } from '#shared/model/ids.ts';
import type { Issue } from '#shared/model/issue.ts';
import { type BatchRow, rowAt } from '#main/parse/batch-row.ts';
import { FIRST_BATCH_ROWS } from '#main/parse/batch-sink.ts';
import { BATCH_ROWS } from '#main/parse/event-batch.ts';
import { type ParseOutcome, ParsePool } from '#main/parse/parse-client.ts';
import { MAX_IN_FLIGHT } from '#main/parse/parse-protocol.ts';
import { parserById } from '#main/parse/registry.ts';
import { FIXTURES } from '../golden/fixtures.ts';
import { parseBytes, testContext } from '../parse-bytes.ts';
import { builtWorker } from './built-worker.ts';
import { FIRST } from './hostile-parsers.ts';

const SIZE = 1_000_000;

let folder = '';
let pool: ParsePool;
let file = '';
let workerFile = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fireline-pool-'));
  file = join(folder, 'evidence');
  writeFileSync(file, Buffer.alloc(SIZE, 'x'));
  workerFile = await builtWorker(join(folder, 'built'));
  pool = new ParsePool({ threads: 1, workerFile, heapMiB: 64, silenceMs: 1_500 });
}, 60_000);

afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

interface Taken {
  readonly rows: BatchRow[];
  readonly issues: Issue[];
  readonly outcome: ParseOutcome;
}

async function run(
  parser: string,
  path: string = file,
  hooks: {
    readonly signal?: AbortSignal;
    readonly afterBatch?: () => void | Promise<void>;
    readonly progress?: (bytes: number) => void;
  } = {},
  on: ParsePool = pool,
): Promise<Taken> {
  const rows: BatchRow[] = [];
  const issues: Issue[] = [];
  const size = readFileSync(path).length;
  const outcome = await on.run(
    { path, size, parser: parser as ParserId, context: testContext() },
    {
      async batch(batch) {
        for (let row = 0; row < batch.rows; row++) rows.push(rowAt(batch, row));
        await hooks.afterBatch?.();
      },
      issues: (more) => void issues.push(...more),
      progress: (bytes) => hooks.progress?.(bytes),
    },
    hooks.signal,
  );
  return { rows, issues, outcome };
}

const auth = join(FIXTURES, 'syslog', 'auth.log');

/** The pool still works, on whatever thread: the real file is read as it is without one. */
async function expectAlive(): Promise<void> {
  const parser = parserById('syslog' as ParserId);
  if (parser === undefined) throw new Error('no syslog parser');
  const plain = parseBytes(parser, readFileSync(auth));
  const { rows, issues, outcome } = await run('syslog', auth);
  expect(outcome.status).toBe('done');
  expect(rows).toEqual(plain.rows);
  expect(issues).toEqual(plain.issues);
  expect(outcome.coverage).toEqual(plain.coverage);
}

/** Events are whole and in order from the first; the account is of exactly those. */
function expectWhole({ rows, outcome }: Taken): void {
  expect(rows.map(({ offset }) => offset)).toEqual(rows.map((_, i) => i));
  expect(outcome.account.events).toBe(rows.length);
  const { parsed, skipped, unexplained } = outcome.coverage.bytes;
  expect(parsed + skipped + unexplained).toBe(SIZE);
}

describe('a pool of parse workers', () => {
  it('reads what a parser reads without it', expectAlive);

  it('keeps all events of a parser that throws, and its thread', async () => {
    const taken = await run('throws');
    expect(taken.outcome.status).toBe('failed');
    expect(taken.outcome.failure?.code).toBe('parser-failed');
    expect(taken.outcome.failure?.message).toContain('a fault of the parser');
    expect(taken.rows).toHaveLength(FIRST);
    expectWhole(taken);
    await expectAlive();
  });

  it.each([
    // A thread that ends at once may take with it what it has sent.
    ['exits', 'ended with code 7', 0],
    ['hangs', 'made no progress', FIRST_BATCH_ROWS],
  ])(
    'outlives a thread whose parser %s, and keeps what was sent',
    async (parser, words, least) => {
      const taken = await run(parser);
      expect(taken.outcome.status).toBe('failed');
      expect(taken.outcome.failure?.code).toBe('parser-failed');
      expect(taken.outcome.failure?.message).toContain(words);
      expect(taken.rows.length).toBeGreaterThanOrEqual(least);
      expect(taken.rows.length).toBeLessThanOrEqual(FIRST);
      expectWhole(taken);
      await expectAlive();
    },
    30_000,
  );

  it('outlives a thread that runs out of memory, and keeps what was sent', async () => {
    const patient = new ParsePool({ threads: 1, workerFile, heapMiB: 64, silenceMs: 60_000 });
    const taken = await run('eats', file, {}, patient);
    await patient.close();
    expect(taken.outcome.failure?.code).toBe('parser-failed');
    expect(taken.outcome.failure?.message).toContain('ran out of memory');
    expect(taken.rows.length).toBeGreaterThanOrEqual(FIRST_BATCH_ROWS);
    expectWhole(taken);
  }, 60_000);

  it('stops at once when it is cancelled, and keeps what is whole', async () => {
    const abort = new AbortController();
    const taken = await run('fills', file, {
      signal: abort.signal,
      afterBatch: () => abort.abort(),
    });
    expect(taken.outcome.status).toBe('cancelled');
    expect(taken.rows.length).toBeGreaterThan(0);
    expect(taken.rows.length).toBeLessThan(SIZE / 2);
    expectWhole(taken);
    await expectAlive();
  });

  it('reads nothing when it was cancelled before it began', async () => {
    const taken = await run('fills', file, { signal: AbortSignal.abort() });
    expect(taken.outcome.status).toBe('cancelled');
    expect(taken.rows).toEqual([]);
  });

  it('does not run ahead of a slow receiver', async () => {
    let reached = 0;
    let first = true;
    const taken = await run('fills', file, {
      progress: (bytes) => {
        reached = bytes;
      },
      async afterBatch() {
        if (!first) return;
        first = false;
        await wait(700);
        expect(reached).toBeGreaterThan(0);
        expect(reached).toBeLessThanOrEqual((MAX_IN_FLIGHT + 1) * BATCH_ROWS);
      },
    });
    expect(taken.outcome.status).toBe('done');
    expect(taken.rows).toHaveLength(SIZE);
    expectWhole(taken);
  }, 60_000);

  it('passes on the error of a receiver, and goes on', async () => {
    const refused = run('fills', file, {
      afterBatch: () => {
        throw new Error('the disk is full');
      },
    });
    await expect(refused).rejects.toThrow('the disk is full');
    await expectAlive();
  });

  it('says what it cannot open and what it does not know', async () => {
    const missing = await pool.run(
      { path: join(folder, 'gone'), size: 1, parser: 'syslog' as ParserId, context: testContext() },
      { batch: () => undefined, issues: () => undefined },
    );
    expect(missing.failure?.code).toBe('io');
    const { outcome } = await run('no-such-parser');
    expect(outcome.failure?.code).toBe('not-found');
  });
});
