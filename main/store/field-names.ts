import type { DuckDBConnection } from '@duckdb/node-api';
import type { Database } from './database.ts';

/** Evidence chooses its names. Those beyond are still understood in a query, only not offered. */
const MOST = 20_000;

/** The names met in the fields of all events. */
export class FieldNames {
  readonly #known = new Set<string>();

  async load(database: Database): Promise<void> {
    const rows = await database.rows({ text: 'SELECT name FROM field_name', params: [] });
    for (const row of rows) this.#known.add(String(row['name']));
  }

  /** Those that the database does not have yet. */
  unsaved(names: readonly string[]): readonly string[] {
    const met = new Set(names.filter((name) => !this.#known.has(name)));
    return [...met].slice(0, Math.max(0, MOST - this.#known.size));
  }

  async save(connection: DuckDBConnection, names: readonly string[]): Promise<void> {
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const some = names.slice(from, from + AT_ONCE);
      const values = some.map((_, i) => `($${i + 1})`);
      await connection.run(`INSERT OR IGNORE INTO field_name VALUES ${values.join(', ')}`, some);
    }
  }

  saved(names: readonly string[]): void {
    for (const name of names) this.#known.add(name);
  }
}

const AT_ONCE = 500;
