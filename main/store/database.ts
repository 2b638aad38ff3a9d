import { availableParallelism } from 'node:os';
import {
  BIGINT,
  BIT,
  DuckDBBitValue,
  DuckDBInstance,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { FailureError } from '#shared/model/result.ts';
import { bitString, type Bits } from './bits.ts';
import { wordsOf, type Words } from './raw-chunk.ts';

/** A set of rows goes into SQL as a BIT: `get_bit($n, "row"::INTEGER) = 1`. */
export type Param = string | bigint | Bits;
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

const typeOf = (param: Param): DuckDBType =>
  typeof param === 'bigint' ? BIGINT : typeof param === 'string' ? VARCHAR : BIT;
const valueOf = (param: Param): DuckDBValue =>
  typeof param === 'object' ? new DuckDBBitValue(bitString(param)) : param;

/** A connection for which a transaction was left open must not be lent again before it is rolled back. */
type Work<T> = (connection: DuckDBConnection) => Promise<T>;

/**
 * One DuckDB file. DuckDB locks by process, not by instance: two instances on one file in one process would destroy
 * it, so a case has exactly one of these, in the engine.
 */
export class Database {
  private readonly idle: DuckDBConnection[] = [];
  private closed = false;

  private constructor(private readonly instance: DuckDBInstance) {}

  /**
   * Opens or creates the file.
   * @returns undefined when the file is damaged
   * @throws FailureError case-locked when another process has it, disk-full, case-read-only
   */
  static async open(path: string, options: DatabaseOptions = {}): Promise<Database | undefined> {
    try {
      return new Database(
        await DuckDBInstance.create(path, {
          memory_limit: options.memoryLimit ?? '512MB',
          threads: String(options.threads ?? availableParallelism()),
          // Evidence must never make the program reach for the network, not even for an extension.
          autoinstall_known_extensions: 'false',
          autoload_known_extensions: 'false',
          // The order is in `row`; unordered appends are packed while they come in.
          preserve_insertion_order: 'false',
          // Older readers have no ZSTD.
          storage_compatibility_version: 'latest',
          // A last row group that is not full is packed anew at each checkpoint: rarely, then.
          checkpoint_threshold: '256MB',
          temp_directory: `${path}.tmp`,
          // Last, because it forbids some of the others.
          enable_external_access: 'false',
        }),
      );
    } catch (error) {
      const failure = failureOf(error, path);
      if (failure !== undefined) throw failure;
      if (isDamaged(error)) return undefined;
      throw error;
    }
  }

  /** Runs one query; abort interrupts it. @throws FailureError cancelled, disk-full */
  rows(sql: Sql, signal?: AbortSignal): Promise<Row[]> {
    return this.using(async (connection) => {
      const reader = await connection.runAndReadAll(
        sql.text,
        sql.params.map(valueOf),
        sql.params.map(typeOf),
      );
      return reader.getRowObjectsJS() as Row[];
    }, signal);
  }

  /** Hands over the rows of numbers that a query gives, some at a time and in no order, as they lie in memory. */
  words(
    sql: Sql,
    columns: readonly Words[],
    visit: (columns: readonly Uint32Array[]) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    return this.using(async (connection) => {
      const result = await connection.stream(
        sql.text,
        sql.params.map(valueOf),
        sql.params.map(typeOf),
      );
      for (;;) {
        const chunk = await result.fetchChunk();
        // A stream that was interrupted ends as one does that is whole.
        if (isAborted(signal)) throw cancelled();
        if (chunk === null || chunk.rowCount === 0) return;
        visit(wordsOf(chunk, columns));
      }
    }, signal);
  }

  /** The same by columns: many rows of few columns without an object for each. */
  columns(sql: Sql, signal?: AbortSignal): Promise<readonly (readonly unknown[])[]> {
    return this.using(async (connection) => {
      const reader = await connection.runAndReadAll(
        sql.text,
        sql.params.map(valueOf),
        sql.params.map(typeOf),
      );
      return reader.getColumnsJS();
    }, signal);
  }

  async run(sql: Sql, signal?: AbortSignal): Promise<void> {
    await this.using(
      (connection) => connection.run(sql.text, sql.params.map(valueOf), sql.params.map(typeOf)),
      signal,
    );
  }

  /** Several statements as one; all or nothing. */
  async transaction(work: Work<void>): Promise<void> {
    await this.using(async (connection) => {
      await connection.run('BEGIN');
      await work(connection);
      await connection.run('COMMIT');
    });
  }

  /** Lends a connection of its own to each caller, so that queries go on while evidence comes in. */
  async using<T>(work: Work<T>, signal?: AbortSignal): Promise<T> {
    if (this.closed)
      throw new FailureError({ code: 'case-not-open', message: 'The case was closed.' });
    if (isAborted(signal)) throw cancelled();
    const connection = this.idle.pop() ?? (await this.instance.connect());
    const interrupt = (): void => connection.interrupt();
    signal?.addEventListener('abort', interrupt);
    try {
      return await work(connection);
    } catch (error) {
      // There may be no transaction to roll back, which is as well.
      await connection.run('ROLLBACK').catch(() => undefined);
      if (isAborted(signal)) throw cancelled();
      throw failureOf(error) ?? error;
    } finally {
      signal?.removeEventListener('abort', interrupt);
      if (this.closed) connection.closeSync();
      else this.idle.push(connection);
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    // Without it the next opening replays the log of changes: slower, but nothing is lost.
    await this.run({ text: 'CHECKPOINT', params: [] }).catch(() => undefined);
    this.closed = true;
    for (const connection of this.idle.splice(0)) connection.closeSync();
    this.instance.closeSync();
  }
}

export const isAborted = (signal: AbortSignal | undefined): boolean => signal?.aborted === true;
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const isDamaged = (error: unknown): boolean =>
  /not a valid duckdb|corrupt|checksum|serialization|could not read|wal|newer version/i.test(
    textOf(error),
  );

/** The failures that a person can do something about. */
function failureOf(error: unknown, path?: string): FailureError | undefined {
  const text = textOf(error);
  const subject = path === undefined ? {} : { subject: path };
  const reason = text.split('\n')[0] ?? '';
  if (/could not set lock|conflicting lock/i.test(text)) {
    return new FailureError({
      code: 'case-locked',
      message: 'The event store is open in another process.',
      ...subject,
    });
  }
  if (/no space left|disk full|out of disk|file too large/i.test(text)) {
    return new FailureError({
      code: 'disk-full',
      message: `The disk is full: ${reason} Free some space; what was stored before is safe.`,
      ...subject,
    });
  }
  if (/permission denied|read-only file system|EACCES|EROFS|EPERM/i.test(text)) {
    return new FailureError({
      code: 'case-read-only',
      message: `The event store cannot be written: ${reason}`,
      ...subject,
    });
  }
  return undefined;
}

export const cancelled = (): FailureError =>
  new FailureError({ code: 'cancelled', message: 'The query was cancelled.' });
