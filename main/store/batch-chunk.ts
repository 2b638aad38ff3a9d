import { DuckDBDataChunk, type DuckDBValue } from '@duckdb/node-api';
import {
  codedAt,
  textAt,
  type CodedName,
  type EventBatch,
  type TextName,
} from '../parse/event-batch.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { eventKey } from '#shared/model/ids.ts';
import { COLUMN_NAMES, COLUMNS, type ColumnName } from './schema.ts';

/** Rows of one DuckDB vector: a chunk holds no more. */
export const CHUNK_ROWS = 2_048;

const CODED: { readonly [name in CodedName]: ColumnName } = {
  timeMeaning: 'time_meaning',
  precision: 'precision',
  zone: 'zone',
  category: 'category',
  action: 'action',
  outcome: 'outcome',
  level: 'level',
  host: 'host',
  user: 'user',
  sourceIp: 'source_ip',
  destinationIp: 'destination_ip',
  process: 'process',
  code: 'code',
  channel: 'channel',
  provider: 'provider',
};
const TEXT: { readonly [name in TextName]: ColumnName } = {
  timeOriginal: 'time_original',
  message: 'message',
  fields: 'fields',
  search: 'search',
};

const TYPES = COLUMN_NAMES.map((name) => COLUMNS[name]);
type Reader = (batch: EventBatch, row: number, evidence: EvidenceIndex) => DuckDBValue;

const OWN: { readonly [name in ColumnName]?: Reader } = {
  key: (batch, row, evidence) => BigInt(eventKey(evidence, batch.first + row)),
  time: (batch, row) => batch.time[row] ?? null,
  evidence: (_, __, evidence) => evidence,
  offset: (batch, row) => batch.offset[row] ?? null,
  length: (batch, row) => batch.length[row] ?? null,
  record: (batch, row) => batch.record[row] ?? null,
  ordinal: (batch, row) => batch.ordinal[row] ?? null,
  recovered: (batch, row) => batch.recovered[row] === 1,
};

const readers = new Map<ColumnName, Reader>();
for (const name of COLUMN_NAMES) {
  const own = OWN[name];
  if (own !== undefined) readers.set(name, own);
}
for (const [name, column] of Object.entries(CODED)) {
  readers.set(column, (batch, row) => codedAt(batch.coded[name as CodedName], row) ?? null);
}
for (const [name, column] of Object.entries(TEXT)) {
  readers.set(column, (batch, row) => textAt(batch.text[name as TextName], row) ?? null);
}

/** Rows `start` … of a batch as one chunk in table order. */
export function chunkOf(
  batch: EventBatch,
  start: number,
  evidence: EvidenceIndex,
): DuckDBDataChunk {
  const rows = Math.min(CHUNK_ROWS, batch.rows - start);
  const chunk = DuckDBDataChunk.create(TYPES, rows);
  COLUMN_NAMES.forEach((name, index) => {
    const read = readers.get(name);
    if (read === undefined) throw new Error(`no source for the column ${name}`);
    const values: DuckDBValue[] = [];
    for (let row = start; row < start + rows; row++) values.push(read(batch, row, evidence));
    chunk.setColumnValues(index, values);
  });
  return chunk;
}
