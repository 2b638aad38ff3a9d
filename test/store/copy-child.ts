/**
 * Writes to the DuckDB file named by the first argument until it is killed: rows and their sums in one transaction,
 * deletions, appends large enough to go past the log, checkpoints. Says when it has begun.
 */
import { Database } from '#main/store/database.ts';

const [path = ''] = process.argv.slice(2);
const database = await Database.open(path, { threads: 1 });
if (database === undefined) throw new Error('the file is damaged');
const run = (text: string): Promise<void> => database.run({ text, params: [] });
await run('CREATE TABLE IF NOT EXISTS part (batch INTEGER, n BIGINT, text VARCHAR)');
await run('CREATE TABLE IF NOT EXISTS whole (batch INTEGER, rows BIGINT, total HUGEINT)');

for (let batch = 1; ; batch++) {
  const rows = batch % 30 === 0 ? 125_000 : 1 + ((batch * 37) % 900);
  await database.transaction(async (connection) => {
    await connection.run(
      `INSERT INTO part SELECT ${batch}, i * ${batch}, repeat(md5(i::VARCHAR), 2) FROM range(${rows}) t(i)`,
    );
    await connection.run(
      `INSERT INTO whole SELECT ${batch}, count(*), sum(n) FROM part WHERE batch = ${batch}`,
    );
    for (const table of ['part', 'whole']) {
      await connection.run(`DELETE FROM ${table} WHERE batch < ${batch - 20} OR batch % 7 = 3`);
    }
  });
  if (batch % 3 === 0) await run('CHECKPOINT');
  if (batch === 1) process.stdout.write('writing\n');
}
