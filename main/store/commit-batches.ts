import {
  DuckDBDataChunk,
  UINTEGER,
  UTINYINT,
  VARCHAR,
  type DuckDBConnection,
} from '@duckdb/node-api';
import { CODED_COLUMNS, type EventBatch } from '../parse/event-batch.ts';
import type { Commit, Incoming } from './commit-queue.ts';
import type { Database } from './database.ts';
import type { EvidenceNames } from './evidence-names.ts';
import type { Extent } from './extents.ts';
import type { FieldNames } from './field-names.ts';
import { fieldsCell, type FieldSets } from './field-sets.ts';
import { codeLines } from './line-coding.ts';
import { type LinesFile, extentBytes } from './lines-file.ts';
import { countNamed } from './named-values.ts';
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
  readonly names: EvidenceNames;
  readonly fieldNames: FieldNames;
  readonly fieldSets: FieldSets;
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
 * Makes batches durable: lines first, synced, then terms, then in one transaction the rows, what names them, and which
 * files are whole with them. Whatever instant the process dies at, the database knows only what is whole.
 */
export async function commitBatches(
  parts: CommitParts,
  { batches, endings }: Commit,
): Promise<Committed> {
  const { names, fieldNames } = parts;
  const extents = await parts.database.using(async (connection) => {
    const laidOut =
      batches.length === 0 ? [] : await parts.layout.take(() => layOut(parts, connection, batches));
    await parts.packing.take(async () => {
      const files = names.unsaved([...batches, ...endings].map(({ evidence }) => evidence));
      const met = new Set(batches.flatMap(({ batch }) => batch.fieldNames));
      const fields = fieldNames.unsaved([...met]);
      await connection.run('BEGIN');
      if (laidOut.length > 0) {
        await connection.run('INSERT INTO event FROM incoming');
        await countNamed(connection, 'incoming', met);
        await saveExtents(connection, laidOut);
      }
      await names.save(connection, files);
      await fieldNames.save(connection, fields);
      if (endings.length > 0) {
        const whole = endings.map(({ evidence }) => `(${evidence}, true)`);
        await connection.run(`INSERT OR REPLACE INTO loaded VALUES ${whole.join(', ')}`);
      }
      await connection.run('COMMIT');
      names.saved(files);
      fieldNames.saved(fields);
      if (laidOut.length > 0) await connection.run('DROP TABLE incoming');
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

/** The names in their fields come from evidence; all else is numbers of our own. */
async function saveExtents(
  connection: DuckDBConnection,
  extents: readonly Extent[],
): Promise<void> {
  const params: string[] = [];
  const values = extents.map((e) => {
    const cell = fieldsCell(e.fields);
    const fields = cell === undefined ? 'NULL' : `$${params.push(cell)}`;
    return `(${e.row}, ${e.rows}, ${e.evidence}, ${e.n}, ${e.position}, ${e.textBytes}, ${e.sketchBytes}, ${fields})`;
  });
  await connection.run(`INSERT INTO extent VALUES ${values.join(', ')}`, params);
}

/** Everything but the packing, which the database does in threads of its own. */
async function layOut(
  { lines, terms, fieldSets, claimRows }: CommitParts,
  connection: DuckDBConnection,
  batches: readonly Incoming[],
): Promise<readonly Extent[]> {
  const extents: Extent[] = [];
  // In memory first and not yet packed, because an appender works on this very thread.
  await connection.run('CREATE OR REPLACE TEMP TABLE incoming AS FROM event LIMIT 0');
  const appender = await connection.createAppender('incoming', undefined, 'temp');
  let appended = 0;
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
    appended += batch.rows;
    if (appended >= ROWS_A_FLUSH) {
      appender.flushSync();
      appended = 0;
    }
    const fields = fieldSets.of(batch.fieldNames);
    extents.push(await writeLines(lines, batch, { row, evidence, fields }, codes));
  }
  appender.closeSync();
  await lines.sync();
  // Before the rows that use them, so that no row ever has a code without its text.
  const added = [...terms.unsaved];
  if (added.length > 0) await appendTerms(connection, added);
  terms.saved(added.length);
  return extents;
}

/** A flush costs some milliseconds, however little there is. */
const ROWS_A_FLUSH = 10 * CHUNK_ROWS;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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
  { row, evidence, fields }: Pick<Extent, 'row' | 'evidence' | 'fields'>,
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
    fields,
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
