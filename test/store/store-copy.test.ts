import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '#main/store/database.ts';
import { copyDatabase } from '#main/store/store-copy.ts';
import { bundled } from '../casefile/bundled.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fireline-copying-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Batches of which a table and its sums do not say the same: both were written in one transaction. */
const TORN = {
  text: `SELECT count(*)::INTEGER AS torn, coalesce(max(batch), 0)::INTEGER AS last FROM
    (SELECT batch, count(*) AS rows, sum(n) AS total, bit_xor(hash(text)) FROM part GROUP BY batch) AS p
    FULL JOIN whole USING (batch)
    WHERE p.rows IS DISTINCT FROM whole.rows OR p.total IS DISTINCT FROM whole.total`,
  params: [],
};
const LAST = { text: 'SELECT max(batch)::INTEGER AS last FROM whole', params: [] };

describe('a copy of a database that another process writes to', () => {
  it('is whole every time, and newer each time', { timeout: 120_000 }, async () => {
    const path = join(folder, 'events.duckdb');
    const child = spawn(process.execPath, [
      await bundled('test/store/copy-child.ts', 'copy-child'),
      path,
    ]);
    const ended = once(child, 'close');
    let trouble = '';
    child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
    await Promise.race([once(child.stdout, 'data'), ended]);
    expect(trouble).toBe('');

    const seen: number[] = [];
    let withLog = 0;
    for (let n = 0; n < 40; n++) {
      const copy = await copyDatabase(path);
      const log = await stat(`${copy.path}.wal`).catch(() => undefined);
      if (log !== undefined && log.size > 0) withLog++;
      const database = await Database.open(copy.path, { threads: 1 });
      if (database === undefined) throw new Error(`copy ${n} cannot be opened`);
      const [row] = await database.rows(TORN);
      expect(row?.['torn'], `copy ${n}`).toBe(0);
      const [last] = await database.rows(LAST);
      seen.push(Number(last?.['last']));
      await database.close();
      await copy.remove();
    }
    child.kill('SIGKILL');
    await ended;
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBeGreaterThan(5);
    expect(withLog).toBeGreaterThan(0);
  });

  it('leaves nothing behind, also where there is nothing to copy', async () => {
    const copies = async (): Promise<readonly string[]> =>
      (await readdir(tmpdir())).filter((name) =>
        name.startsWith(`fireline-events-${process.pid}-`),
      );
    const before = await copies();
    await expect(copyDatabase(join(folder, 'none.duckdb'))).rejects.toThrow(/ENOENT/);
    await writeFile(join(folder, 'some.duckdb'), 'no database');
    const copy = await copyDatabase(join(folder, 'some.duckdb'));
    expect(await copies()).toHaveLength(before.length + 1);
    await copy.remove();
    expect(await copies()).toEqual(before);
  });
});
