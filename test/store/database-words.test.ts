import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from '#main/store/database.ts';

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fireline-words-'));
  const opened = await Database.open(join(folder, 'numbers.duckdb'));
  if (opened === undefined) throw new Error('a new file is not damaged');
  database = opened;
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const NUMBERS = { text: 'SELECT range::UINTEGER FROM range(3000000)', params: [] } as const;

it('hands over every number of a column', async () => {
  let sum = 0;
  await database.words(NUMBERS, [1], ([numbers]) => {
    for (const one of numbers ?? []) sum += one;
  });
  expect(sum).toBe((2_999_999 * 3_000_000) / 2);
});

it('never takes a column for whole whose reading was cancelled on the way', async () => {
  const cancel = new AbortController();
  let seen = 0;
  const reading = database.words(
    NUMBERS,
    [1],
    ([numbers]) => {
      seen += numbers?.length ?? 0;
      cancel.abort();
    },
    cancel.signal,
  );
  await expect(reading).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  expect(seen).toBeGreaterThan(0);
  expect(seen).toBeLessThan(3_000_000);
});
