import type { EventRow } from '#shared/model/event.ts';

/**
 * Rows in a full batch: ten vectors of the event store. With it one batch is about 5 MB of a text log,
 * crosses a thread in well under a millisecond, and its codes fit 16 bits.
 */
export const BATCH_ROWS = 20_480;

/** Repeating text, one code per row: `values[codes[row]]`. Code 0 is absent, and `values[0]` is ''. */
export interface CodedColumn {
  readonly values: readonly string[];
  readonly codes: Uint16Array;
}

/**
 * Text that rarely repeats, as UTF-8: row `i` is `bytes[offsets[i] .. offsets[i + 1])`. An empty cell is an
 * absent one. Packed bytes are transferred, not copied, and reach the store without becoming strings again.
 */
export interface TextColumn {
  readonly bytes: Uint8Array;
  /** `rows + 1` entries, the first 0. */
  readonly offsets: Uint32Array;
}

export const CODED_COLUMNS = [
  'timeMeaning',
  'precision',
  'zone',
  'category',
  'action',
  'outcome',
  'level',
  'host',
  'user',
  'sourceIp',
  'destinationIp',
  'process',
  'code',
  'channel',
  'provider',
] as const satisfies readonly (keyof EventRow)[];
export type CodedName = (typeof CODED_COLUMNS)[number];

export const TEXT_COLUMNS = ['timeOriginal', 'message', 'fields', 'search'] as const;
export type TextName = (typeof TEXT_COLUMNS)[number];

/**
 * Events as columns: what crosses from a parse worker to the store. Columns are those of `EventRow`, without
 * `key`, `id` and `evidence`, which the receiver knows: row `i` is event number `first + i` of its file.
 * Times and offsets are laid out so that the store can copy them as they are.
 */
export interface EventBatch {
  readonly rows: number;
  /** Number of the first row among the file's events, in emission order. */
  readonly first: number;
  /** Nanoseconds since 1970 UTC; `UNDATED` where a record has no usable time. */
  readonly time: BigInt64Array;
  readonly offset: BigInt64Array;
  readonly length: Uint32Array;
  /** The format's own record number; -1 where there is none. */
  readonly record: BigInt64Array;
  readonly ordinal: Uint32Array;
  /** 1 when read from slack or a damaged area. */
  readonly recovered: Uint8Array;
  readonly coded: { readonly [name in CodedName]: CodedColumn };
  /**
   * `fields` is a JSON object text of everything that has no column of its own. `search` is the folded text of a
   * record: message, field values and coded texts that name things, lower-cased and joined by '\n', each string
   * once, so that one `contains(search, folded needle)` finds any visible text.
   */
  readonly text: { readonly [name in TextName]: TextColumn };
  /** Every name that stands in `fields` of one row at least. */
  readonly fieldNames: readonly string[];
}

/** The text of one row, or undefined when absent. */
export function textAt(column: TextColumn, row: number): string | undefined {
  const start = column.offsets[row] ?? 0;
  const end = column.offsets[row + 1] ?? start;
  if (end === start) return undefined;
  const { buffer, byteOffset } = column.bytes;
  return Buffer.from(buffer, byteOffset + start, end - start).toString('utf8');
}

/** The coded text of one row, or undefined when absent. */
export function codedAt(column: CodedColumn, row: number): string | undefined {
  const code = column.codes[row] ?? 0;
  return code === 0 ? undefined : column.values[code];
}

/** The buffers to transfer, not copy, with a batch. */
export function buffersOf(batch: EventBatch): ArrayBuffer[] {
  const buffers = new Set<ArrayBufferLike>();
  for (const array of [batch.time, batch.offset, batch.length, batch.record, batch.ordinal])
    buffers.add(array.buffer);
  buffers.add(batch.recovered.buffer);
  for (const name of CODED_COLUMNS) buffers.add(batch.coded[name].codes.buffer);
  for (const name of TEXT_COLUMNS) {
    buffers.add(batch.text[name].bytes.buffer);
    buffers.add(batch.text[name].offsets.buffer);
  }
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer);
}
