import {
  DuckDBDataChunk,
  UINTEGER,
  UTINYINT,
  VARCHAR,
  type DuckDBConnection,
} from '@duckdb/node-api';
import { CODED_COLUMNS, type EventBatch } from '../parse/event-batch.ts';
import type { Incoming } from './commit-queue.ts';
import type { Database } from './database.ts';
import type { Extent } from './extents.ts';
import { codeLines } from './line-coding.ts';
import { type LinesFile, extentBytes } from './lines-file.ts';
import { CHUNK_ROWS, chunkOf } from './raw-chunk.ts';
import { CODED } from './schema.ts';
import { BLOCK_ROWS, sketchOf } from './sketch.ts';
import type { NewTerm, Terms } from './terms.ts';
import type { Turns } from './turns.ts';
import type { NewRows } from './time-order.ts';

export interface CommitParts {
  readonly database: Database;
  readonly lines: LinesFile;
  readonly terms: Terms;
  /** Gives out row numbers. */
  readonly claimRows: (count: number) => number;
  /** One commit at a time is laid out, and one at a time is packed; the two overlap. */
  readonly layout: Turns;
  readonly packing: Turns;
}

export interface Committed {
  readonly extents: readonly Extent[];
  readonly rows: readonly NewRows[];
}

/**
 * Makes batches durable: lines first, synced, then terms, then rows in one transaction that names them. Whatever
 * instant the process dies at, the database knows only what is whole.
 */
export async function commitBatches(
  parts: CommitParts,
  batches: readonly Incoming[],
): Promise<Committed> {
  const extents = await parts.database.using(async (connection) => {
    const laidOut = await parts.layout.take(() => layOut(parts, connection, batches));
    await parts.packing.take(async () => {
      await connection.run('BEGIN');
      await connection.run('INSERT INTO event FROM incoming');
      await connection.run(`INSERT INTO extent VALUES ${laidOut.map(extentValues).join(', ')}`);
      await connection.run('COMMIT');
      await connection.run('DROP TABLE incoming');
    });
    return laidOut;
  });
  const rows = batches.map(({ batch, evidence }, i) => ({
    row: extents[i]?.row ?? 0,
    evidence,
    n: batch.first,
    times: batch.time,
  }));
  return { extents, rows };
}

/** Everything but the packing, which the database does in threads of its own. */
async function layOut(
  { lines, terms, claimRows }: CommitParts,
  connection: DuckDBConnection,
  batches: readonly Incoming[],
): Promise<readonly Extent[]> {
  const extents: Extent[] = [];
  // In memory first and not yet packed, because an appender works on this very thread.
  await connection.run('CREATE OR REPLACE TEMP TABLE incoming AS FROM event LIMIT 0');
  const appender = await connection.createAppender('incoming', undefined, 'temp');
  for (const { batch, evidence } of batches) {
    const codes = codesOf(batch, terms);
    const row = claimRows(batch.rows);
    for (let from = 0; from < batch.rows; from += CHUNK_ROWS) {
      const count = Math.min(CHUNK_ROWS, batch.rows - from);
      appender.appendDataChunk(
        chunkOf(batch, from, count, { row: row + from, evidence }, codes, from),
      );
      // Queries of the page are answered between chunks.
      await breathe();
    }
    appender.flushSync();
    extents.push(await writeLines(lines, batch, { row, evidence }, codes));
  }
  appender.closeSync();
  await lines.sync();
  // Before the rows that use them, so that no row ever has a code without its text.
  const added = [...terms.unsaved];
  if (added.length > 0) await appendTerms(connection, added);
  terms.saved(added.length);
  return extents;
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** All of them numbers of our own. */
const extentValues = (e: Extent): string =>
  `(${e.row}, ${e.rows}, ${e.evidence}, ${e.n}, ${e.position}, ${e.textBytes}, ${e.sketchBytes})`;

/** The store's codes of each row, a column after the other. */
function codesOf(batch: EventBatch, terms: Terms): Uint32Array[] {
  return CODED_COLUMNS.map((name) => {
    const { values, codes } = batch.coded[name];
    const known = terms.codesOf(CODED[name], values);
    const result = new Uint32Array(batch.rows);
    for (let i = 0; i < batch.rows; i++) result[i] = known[codes[i] as number] as number;
    return result;
  });
}

async function writeLines(
  lines: LinesFile,
  batch: EventBatch,
  { row, evidence }: Pick<Extent, 'row' | 'evidence'>,
  codes: readonly Uint32Array[],
): Promise<Extent> {
  const { index, text } = codeLines(batch, 0, batch.rows, codes);
  const { bytes, offsets } = batch.text.search;
  const sketches: Buffer[] = [];
  for (let from = 0; from < batch.rows; from += BLOCK_ROWS) {
    sketches.push(sketchOf(bytes, offsets, from, Math.min(batch.rows, from + BLOCK_ROWS)));
    await breathe();
  }
  const extent = {
    row,
    rows: batch.rows,
    evidence,
    n: batch.first,
    position: 0,
    textBytes: text.length,
    sketchBytes: sketches.reduce((sum, { length }) => sum + length, 0),
  };
  const position = lines.claim(extentBytes(extent));
  await lines.write([index, text, ...sketches], position);
  return { ...extent, position };
}

async function appendTerms(connection: DuckDBConnection, terms: readonly NewTerm[]): Promise<void> {
  await connection.run('BEGIN');
  const appender = await connection.createAppender('term');
  for (let from = 0; from < terms.length; from += CHUNK_ROWS) {
    const some = terms.slice(from, from + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create([UTINYINT, UINTEGER, VARCHAR], some.length);
    chunk.setColumnValues(
      0,
      some.map(({ dictionary }) => dictionary),
    );
    chunk.setColumnValues(
      1,
      some.map(({ code }) => code),
    );
    chunk.setColumnValues(
      2,
      some.map(({ text }) => text),
    );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await connection.run('COMMIT');
}
