import { CODED_COLUMNS, type CodedName } from '../parse/event-batch.ts';

/** Raised when the tables or the lines change; a store of another version is rebuilt from evidence. */
export const STORE_VERSION = 4;

/** Column of each coded name of a batch. Its cells are codes of a dictionary, 0 for none. */
export const CODED = {
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
} as const satisfies { readonly [name in CodedName]: string };

export type CodedColumnName = (typeof CODED)[CodedName];
export const CODED_COLUMN_NAMES: readonly CodedColumnName[] = CODED_COLUMNS.map(
  (name) => CODED[name],
);

/** Columns of numbers that a query may name. */
export type NumberColumnName = 'record' | 'offset';

/** `user`, `time` and others are words of SQL; every column name is quoted wherever it stands. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Without analysis of each row group: half the time of an append. Text takes two thirds of the file. */
const PACKED = 'USING COMPRESSION bitpacking';
const SQUEEZED = 'USING COMPRESSION zstd';

/** Columns before the coded ones, in table order, with their types. */
export const PLAIN_COLUMNS = [
  ['row', 'UINTEGER'],
  ['evidence', 'UINTEGER'],
  /** ns since 1970 UTC, `UNDATED` for events without one. */
  ['time', 'BIGINT'],
  ['offset', 'BIGINT'],
  ['length', 'UINTEGER'],
  /** -1 where the format has no record numbers. */
  ['record', 'BIGINT'],
  ['ordinal', 'UINTEGER'],
  ['recovered', 'UTINYINT'],
] as const;

/** Columns after the coded ones. */
export const STORED_TEXTS = ['message', 'fields', 'search'] as const;

const EVENT_COLUMNS = [
  ...PLAIN_COLUMNS.map(([name, type]) => `${quoted(name)} ${type} ${PACKED}`),
  ...CODED_COLUMN_NAMES.map((name) => `${quoted(name)} UINTEGER ${PACKED}`),
  ...STORED_TEXTS.map((name) => `${quoted(name)} VARCHAR ${SQUEEZED}`),
];

/**
 * `event` only ever grows; `row` numbers its rows from 0 in order of coming and is never used again. An `extent` is a
 * run of rows of one file, whose lines lie together; its `fields` are the names in it as a JSON list, NULL for too many.
 * `named` has the values that stand in fields under names of entities, counted commit by commit (named-values.ts).
 * `loaded` says which files are in whole, so that one that was half
 * in when the process died is taken out again.
 */
export const DDL: readonly string[] = [
  'CREATE TABLE store_meta (version INTEGER, identity VARCHAR)',
  `CREATE TABLE event (${EVENT_COLUMNS.join(', ')})`,
  'CREATE TABLE extent ("row" UINTEGER, row_count UINTEGER, evidence UINTEGER, n UINTEGER, position BIGINT, text_bytes UINTEGER, sketch_bytes UINTEGER, fields VARCHAR)',
  'CREATE TABLE term (dictionary UTINYINT, code UINTEGER, text VARCHAR)',
  'CREATE TABLE named (evidence UINTEGER, field VARCHAR, code UINTEGER, value VARCHAR, events UINTEGER, "first" BIGINT, "last" BIGINT)',
  'CREATE TABLE loaded (evidence INTEGER PRIMARY KEY, whole BOOLEAN)',
  'CREATE TABLE field_name (name VARCHAR PRIMARY KEY)',
  'CREATE TABLE evidence_name (idx INTEGER PRIMARY KEY, sha256 VARCHAR, name VARCHAR, parser VARCHAR, parser_version INTEGER)',
  'CREATE TABLE annotation (kind VARCHAR, value VARCHAR, "row" UINTEGER, text VARCHAR)',
];
