import { BIGINT, BOOLEAN, type DuckDBType, INTEGER, UINTEGER, VARCHAR } from '@duckdb/node-api';

/** Raised when the tables change; a store of another version is rebuilt from evidence. */
export const STORE_VERSION = 1;

/** Columns of an event, in table order. Times are ns since 1970 UTC, `UNDATED` for events without one. */
export const COLUMNS = {
  key: BIGINT,
  time: BIGINT,
  evidence: INTEGER,
  offset: BIGINT,
  length: UINTEGER,
  /** -1 where the format has no record numbers. */
  record: BIGINT,
  ordinal: UINTEGER,
  recovered: BOOLEAN,
  time_meaning: VARCHAR,
  precision: VARCHAR,
  zone: VARCHAR,
  category: VARCHAR,
  action: VARCHAR,
  outcome: VARCHAR,
  level: VARCHAR,
  host: VARCHAR,
  user: VARCHAR,
  source_ip: VARCHAR,
  destination_ip: VARCHAR,
  process: VARCHAR,
  code: VARCHAR,
  channel: VARCHAR,
  provider: VARCHAR,
  time_original: VARCHAR,
  message: VARCHAR,
  fields: VARCHAR,
  search: VARCHAR,
} as const satisfies { readonly [name: string]: DuckDBType };

export type ColumnName = keyof typeof COLUMNS;

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

/** `user`, `time` and others are words of SQL; every column name is quoted wherever it stands. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const eventTable = (name: string): string =>
  `CREATE TABLE IF NOT EXISTS ${name} (${COLUMN_NAMES.map((column) => `${quoted(column)} ${COLUMNS[column].toString()}`).join(', ')})`;

/**
 * `settled` is sorted by (time, key); `fresh` holds what came since it was. `loaded` says which files are in whole,
 * so that one that was half in when the process died is taken out again.
 */
export const DDL: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS store_version (version INTEGER)',
  eventTable('settled'),
  eventTable('fresh'),
  'CREATE OR REPLACE VIEW events AS SELECT * FROM settled UNION ALL SELECT * FROM fresh',
  'CREATE TABLE IF NOT EXISTS loaded (evidence INTEGER PRIMARY KEY, whole BOOLEAN)',
  'CREATE TABLE IF NOT EXISTS field_name (name VARCHAR PRIMARY KEY)',
  'CREATE TABLE IF NOT EXISTS evidence_name (idx INTEGER PRIMARY KEY, sha256 VARCHAR, name VARCHAR, parser VARCHAR, parser_version INTEGER)',
  'CREATE TABLE IF NOT EXISTS annotation (kind VARCHAR, value VARCHAR, key BIGINT, text VARCHAR)',
];
