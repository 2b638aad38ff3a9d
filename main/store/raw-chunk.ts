import { DuckDBDataChunk, BIGINT, UINTEGER, UTINYINT, VARCHAR } from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';
import type { EventBatch } from '../parse/event-batch.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { CODED_COLUMN_NAMES, PLAIN_COLUMNS, STORED_TEXTS } from './schema.ts';

/** Rows of one DuckDB vector: a chunk holds no more. */
export const CHUNK_ROWS = 2_048;

/** The column is JSON in every row. */
const NO_FIELDS = new Uint8Array(Buffer.from('{}'));

const PLAIN_TYPES = { UINTEGER, BIGINT, UTINYINT } as const;
const TYPES = [
  ...PLAIN_COLUMNS.map(([, type]) => PLAIN_TYPES[type]),
  ...CODED_COLUMN_NAMES.map(() => UINTEGER),
  ...STORED_TEXTS.map(() => VARCHAR),
];

/**
 * Rows of a batch as one chunk in table order, without a JavaScript value for any cell: columns are copied whole, texts
 * as the bytes they are.
 * @param codes the store's codes of the rows, from `codesFrom` on, a column after the other
 */
export function chunkOf(
  batch: EventBatch,
  from: number,
  count: number,
  place: { readonly row: number; readonly evidence: EvidenceIndex },
  codes: readonly Uint32Array[],
  codesFrom: number,
): DuckDBDataChunk {
  const chunk = DuckDBDataChunk.create(TYPES, count);
  let column = 0;
  const put = (cells: Uint32Array | BigInt64Array | Uint8Array, start: number): void => {
    const size = cells.BYTES_PER_ELEMENT;
    duckdb.copy_data_to_vector(
      duckdb.data_chunk_get_vector(chunk.chunk, column++),
      0,
      cells.buffer as ArrayBuffer,
      cells.byteOffset + start * size,
      count * size,
    );
  };
  put(
    Uint32Array.from({ length: count }, (_, i) => place.row + i),
    0,
  );
  put(new Uint32Array(count).fill(place.evidence), 0);
  put(batch.time, from);
  put(batch.offset, from);
  put(batch.length, from);
  put(batch.record, from);
  put(batch.ordinal, from);
  put(batch.recovered, from);
  for (const cells of codes) put(cells, codesFrom);
  for (const name of STORED_TEXTS) {
    const { bytes, offsets } = batch.text[name];
    const vector = duckdb.data_chunk_get_vector(chunk.chunk, column++);
    for (let i = 0; i < count; i++) {
      const cell = bytes.subarray(offsets[from + i], offsets[from + i + 1]);
      const absent = name === 'fields' && cell.length === 0;
      duckdb.vector_assign_string_element_len(vector, i, absent ? NO_FIELDS : cell);
    }
  }
  return chunk;
}

/** How a column of a result is read: as numbers of 32 bits, or as pairs of them, the lower half first. */
export type Words = 1 | 2;

/** A chunk's columns of UINTEGER (1) or BIGINT (2) without NULLs, as they lie in memory. Not to be kept. */
export function wordsOf(chunk: DuckDBDataChunk, columns: readonly Words[]): readonly Uint32Array[] {
  const rows = chunk.rowCount;
  return columns.map((words, i) => {
    const vector = duckdb.data_chunk_get_vector(chunk.chunk, i);
    const data = duckdb.vector_get_data(vector, rows * words * 4);
    return new Uint32Array(data.buffer, data.byteOffset, rows * words);
  });
}
