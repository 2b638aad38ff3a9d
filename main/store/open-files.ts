import { randomBytes } from 'node:crypto';
import { access, constants, rm } from 'node:fs/promises';
import { FailureError } from '#shared/model/result.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { Database, type DatabaseOptions } from './database.ts';
import type { Extent } from './extents.ts';
import { FieldSets } from './field-sets.ts';
import { LinesFile } from './lines-file.ts';
import { DDL, STORE_VERSION } from './schema.ts';
import { copyDatabase, type DatabaseCopy } from './store-copy.ts';

/** Both files of a store, open, and what the database says of the other. */
export interface StoreFiles {
  readonly database: Database;
  readonly lines: LinesFile;
  readonly extents: readonly Extent[];
  /** Made anew: there was none, it was damaged, or of another version. */
  readonly fresh: boolean;
  /** Of files that are a copy: when it was taken, milliseconds since 1970, and what takes it away again. */
  readonly copy?: Pick<DatabaseCopy, 'takenAt' | 'remove'>;
}

const linesPath = (path: string): string => `${path}.lines`;

/**
 * Opens the database and the lines beside it, or makes both anew: they are derived data, and one without the other is
 * of no use. A store of another process, or one in a folder that cannot be written, is left alone.
 */
export async function openFiles(path: string, options: DatabaseOptions): Promise<StoreFiles> {
  const whole = await openWhole(path, options);
  if (whole !== undefined) return { ...whole, fresh: false };
  for (const file of [path, `${path}.wal`, linesPath(path)]) await rm(file, { force: true });
  const database = await Database.open(path, options);
  if (database === undefined) {
    throw new FailureError({
      code: 'io',
      message: `The event store could not be made: ${path} cannot be read back.`,
      subject: path,
    });
  }
  try {
    const identity = randomBytes(16).toString('hex');
    const lines = await LinesFile.create(linesPath(path), identity);
    await database.transaction(async (connection) => {
      for (const statement of DDL) await connection.run(statement);
      await connection.run('INSERT INTO store_meta VALUES ($1::INTEGER, $2)', [
        String(STORE_VERSION),
        identity,
      ]);
    });
    return { database, lines, extents: [], fresh: true };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Copies may turn out torn, and are taken again. */
const COPIES = 5;

/**
 * Opens a copy of the database of a store that another process has, and its lines where they are: those are only ever
 * appended to. Nothing is written to the store.
 * @throws FailureError why it cannot be had
 */
export async function openCopy(path: string, options: DatabaseOptions): Promise<StoreFiles> {
  for (let attempt = 0; attempt < COPIES; attempt++) {
    const copy = await copyDatabase(path);
    try {
      const whole = await openWhole(copy.path, options, { lines: linesPath(path) });
      if (whole !== undefined) return { ...whole, fresh: false, copy };
    } catch (error) {
      // Torn blocks show as errors of the database; what a person can do something about does not pass by itself.
      if (error instanceof FailureError || attempt === COPIES - 1) {
        await copy.remove();
        throw error;
      }
    }
    await copy.remove();
  }
  throw new FailureError({
    code: 'io',
    message:
      'The event store is being made anew, is damaged, or is of another version of Fireline.',
    subject: path,
  });
}

async function openWhole(
  path: string,
  options: DatabaseOptions,
  copied?: { readonly lines: string },
): Promise<Omit<StoreFiles, 'fresh'> | undefined> {
  const there = await access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
  if (!there) return undefined;
  const database = await Database.open(path, options);
  if (database === undefined) return undefined;
  try {
    const identity = await identityOf(database);
    if (identity !== undefined) {
      const extents = await extentsOf(database);
      if (copied !== undefined && !(await isCounted(database, extents))) {
        await database.close();
        return undefined;
      }
      const lines = await (copied === undefined
        ? LinesFile.open(linesPath(path), identity, extents)
        : LinesFile.openForReading(copied.lines, identity, extents));
      if (lines !== undefined) return { database, lines, extents };
    }
  } catch (error) {
    await database.close();
    throw error;
  }
  await database.close();
  return undefined;
}

/** Whether the rows that are there are those that the extents count: both are written in one transaction. */
async function isCounted(database: Database, extents: readonly Extent[]): Promise<boolean> {
  const [row] = await database.rows({
    text: 'SELECT count(*)::VARCHAR AS n FROM event',
    params: [],
  });
  return Number(row?.['n']) === extents.reduce((sum, { rows }) => sum + rows, 0);
}

/** What the lines must say as well; undefined for a store of another version, or one marked as damaged. */
async function identityOf(database: Database): Promise<string | undefined> {
  const [known] = await database.rows({
    text: `SELECT count(*)::INTEGER AS n FROM duckdb_tables() WHERE table_name = 'store_meta'`,
    params: [],
  });
  if (known?.['n'] !== 1) return undefined;
  const [row] = await database.rows({
    text: 'SELECT version, identity FROM store_meta',
    params: [],
  });
  const identity = row?.['identity'];
  return row?.['version'] === STORE_VERSION && typeof identity === 'string' ? identity : undefined;
}

async function extentsOf(database: Database): Promise<readonly Extent[]> {
  const rows = await database.rows({ text: 'SELECT * FROM extent ORDER BY "row"', params: [] });
  const sets = new FieldSets();
  return rows.map((row) => ({
    row: Number(row['row']),
    rows: Number(row['row_count']),
    evidence: Number(row['evidence']) as EvidenceIndex,
    n: Number(row['n']),
    position: Number(row['position']),
    textBytes: Number(row['text_bytes']),
    sketchBytes: Number(row['sketch_bytes']),
    fields: sets.read(row['fields']),
  }));
}
