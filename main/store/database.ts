import { availableParallelism } from 'node:os';
import { rm } from 'node:fs/promises';
import {
  BIGINT,
  DuckDBInstance,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { FailureError } from '#shared/model/result.ts';
import { DDL, STORE_VERSION } from './schema.ts';

export type Param = string | bigint;
export type Row = Record<string, DuckDBValue>;

export interface DatabaseOptions {
  /** Of DuckDB's own buffers. */
  readonly memoryLimit?: string;
  readonly threads?: number;
}

/** SQL with its values apart: `$1`, `$2`, … No text from outside is ever part of the SQL. */
export interface Sql {
  readonly text: string;
  readonly params: readonly Param[];
}

const typeOf = (param: Param): DuckDBType => (typeof param === 'bigint' ? BIGINT : VARCHAR);

/**
 * One DuckDB file. DuckDB locks by process, not by instance: two instances on one file in one process would destroy
 * it, so a case has exactly one of these, in the engine.
 */
export class Database {
  private readonly idle: DuckDBConnection[] = [];
  private closed = false;

  private constructor(private readonly instance: DuckDBInstance) {}

  /**
   * Opens or creates the file. One that is damaged or of another version is removed: it is derived data.
   * @returns whether it had to be made anew
   */
  static async open(
    path: string,
    options: DatabaseOptions = {},
  ): Promise<{ readonly database: Database; readonly fresh: boolean }> {
    try {
      const database = await Database.connect(path, options);
      const version = await database.version();
      if (version === STORE_VERSION) return { database, fresh: false };
      if (version === undefined) {
        await database.create();
        return { database, fresh: true };
      }
      await database.close();
    } catch (error) {
      if (isLocked(error)) throw lockedFailure(path);
      if (!isDamaged(error)) throw error;
    }
    await rm(path, { force: true });
    await rm(`${path}.wal`, { force: true });
    const database = await Database.connect(path, options);
    await database.create();
    return { database, fresh: true };
  }

  private static async connect(path: string, options: DatabaseOptions): Promise<Database> {
    const instance = await DuckDBInstance.create(path, {
      memory_limit: options.memoryLimit ?? '1GB',
      threads: String(options.threads ?? availableParallelism()),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      temp_directory: `${path}.tmp`,
    });
    return new Database(instance);
  }

  private async version(): Promise<number | undefined> {
    const [known] = await this.rows({
      text: `SELECT count(*)::INTEGER AS n FROM duckdb_tables() WHERE table_name = 'store_version'`,
      params: [],
    });
    if (known?.['n'] !== 1) return undefined;
    const [row] = await this.rows({ text: 'SELECT version FROM store_version', params: [] });
    return typeof row?.['version'] === 'number' ? row['version'] : undefined;
  }

  private async create(): Promise<void> {
    await this.using(async (connection) => {
      await connection.run('BEGIN');
      for (const statement of DDL) await connection.run(statement);
      await connection.run(`INSERT INTO store_version VALUES (${STORE_VERSION})`);
      await connection.run('COMMIT');
    });
  }

  /** Runs one query; abort interrupts it. @throws FailureError cancelled, disk-full */
  rows(sql: Sql, signal?: AbortSignal): Promise<Row[]> {
    return this.using(async (connection) => {
      const reader = await connection.runAndReadAll(
        sql.text,
        [...sql.params],
        sql.params.map(typeOf),
      );
      return reader.getRowObjectsJS() as Row[];
    }, signal);
  }

  /** The same by columns: many rows of few columns without an object for each. */
  columns(sql: Sql, signal?: AbortSignal): Promise<readonly (readonly unknown[])[]> {
    return this.using(async (connection) => {
      const reader = await connection.runAndReadAll(
        sql.text,
        [...sql.params],
        sql.params.map(typeOf),
      );
      return reader.getColumnsJS();
    }, signal);
  }

  async run(sql: Sql, signal?: AbortSignal): Promise<void> {
    await this.using(
      (connection) => connection.run(sql.text, [...sql.params], sql.params.map(typeOf)),
      signal,
    );
  }

  /** Lends a connection of its own to each caller, so that queries go on while evidence comes in. */
  async using<T>(
    work: (connection: DuckDBConnection) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    if (this.closed)
      throw new FailureError({ code: 'case-not-open', message: 'The case was closed.' });
    if (isAborted(signal)) throw cancelled();
    const connection = this.idle.pop() ?? (await this.instance.connect());
    const interrupt = (): void => connection.interrupt();
    signal?.addEventListener('abort', interrupt);
    try {
      return await work(connection);
    } catch (error) {
      await connection.run('ROLLBACK').catch(() => undefined);
      if (isAborted(signal)) throw cancelled();
      throw isDiskFull(error) ? diskFull(error) : error;
    } finally {
      signal?.removeEventListener('abort', interrupt);
      if (this.closed) connection.closeSync();
      else this.idle.push(connection);
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    await this.run({ text: 'CHECKPOINT', params: [] }).catch(() => undefined);
    this.closed = true;
    for (const connection of this.idle.splice(0)) connection.closeSync();
    this.instance.closeSync();
  }
}

const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const isLocked = (error: unknown): boolean =>
  /could not set lock|conflicting lock/i.test(textOf(error));
const isDamaged = (error: unknown): boolean =>
  /not a valid duckdb|corrupt|checksum|serialization|could not read|cannot open file|wal/i.test(
    textOf(error),
  );
const isDiskFull = (error: unknown): boolean =>
  /no space left|disk full|out of disk/i.test(textOf(error));

const cancelled = (): FailureError =>
  new FailureError({ code: 'cancelled', message: 'The query was cancelled.' });
const diskFull = (error: unknown): FailureError =>
  new FailureError({
    code: 'disk-full',
    message: `The disk is full: ${textOf(error).split('\n')[0] ?? ''} Free some space; what was stored before is safe.`,
  });
const lockedFailure = (path: string): FailureError =>
  new FailureError({
    code: 'case-locked',
    message: `The event store ${path} is open in another process.`,
    subject: path,
  });
