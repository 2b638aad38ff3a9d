import type { Database } from './database.ts';

const ORDER = 'ORDER BY time, key';

/** Rows that are not yet in time order on disk. */
export async function unsettledRows(database: Database): Promise<number> {
  const [row] = await database.rows({ text: 'SELECT count(*) AS n FROM fresh', params: [] });
  return Number(row?.['n'] ?? 0);
}

/**
 * Merges what came in into the time-sorted table, in one transaction: queries see the state before or after. Being
 * sorted is what makes a page anywhere in ten million rows cost milliseconds.
 */
export async function settle(database: Database, signal?: AbortSignal): Promise<void> {
  if ((await unsettledRows(database)) === 0) return;
  await database.using(async (connection) => {
    await connection.run('BEGIN');
    await connection.run(`CREATE TABLE sorted AS SELECT * FROM events ${ORDER}`);
    await connection.run('DROP VIEW events');
    await connection.run('DROP TABLE settled');
    await connection.run('ALTER TABLE sorted RENAME TO settled');
    await connection.run('DELETE FROM fresh');
    await connection.run(
      'CREATE VIEW events AS SELECT * FROM settled UNION ALL SELECT * FROM fresh',
    );
    await connection.run('COMMIT');
  }, signal);
}
