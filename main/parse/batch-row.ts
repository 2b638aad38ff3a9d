import type { Category, EventRow, Level } from '#shared/model/event.ts';
import type { Instant, Precision, ZoneBasis } from '#shared/model/time.ts';
import { type CodedName, type EventBatch, type TextName, codedAt, textAt } from './event-batch.ts';

/** One event of a batch, as the row the store would hold without its keys; for tests, re-reading and the command line. */
export interface BatchRow extends Omit<EventRow, 'key' | 'id' | 'evidence' | 'time'> {
  /** Number of the event in its file. */
  readonly n: number;
  /** `UNDATED` when there is none. */
  readonly time: Instant;
  /** JSON object text. */
  readonly fields: string;
  readonly search: string;
}

export function rowAt(batch: EventBatch, row: number): BatchRow {
  const coded = (name: CodedName) => codedAt(batch.coded[name], row);
  const text = (name: TextName) => textAt(batch.text[name], row);
  const record = Number(batch.record[row]);
  return {
    n: batch.first + row,
    offset: Number(batch.offset[row]),
    length: batch.length[row] ?? 0,
    ...(record >= 0 && { record }),
    ordinal: batch.ordinal[row] ?? 0,
    time: batch.time[row] as Instant,
    ...optional('timeOriginal', text('timeOriginal')),
    timeMeaning: coded('timeMeaning') ?? 'logged',
    precision: (coded('precision') ?? 's') as Precision,
    zone: (coded('zone') ?? 'none') as ZoneBasis,
    category: (coded('category') ?? 'other') as Category,
    ...optional('action', coded('action')),
    ...optional('outcome', coded('outcome') as 'success' | 'failure' | 'unknown' | undefined),
    ...optional('level', coded('level') as Level | undefined),
    ...optional('host', coded('host')),
    ...optional('user', coded('user')),
    ...optional('sourceIp', coded('sourceIp')),
    ...optional('destinationIp', coded('destinationIp')),
    ...optional('process', coded('process')),
    ...optional('code', coded('code')),
    ...optional('channel', coded('channel')),
    ...optional('provider', coded('provider')),
    message: text('message') ?? '',
    recovered: batch.recovered[row] === 1,
    fields: text('fields') ?? '{}',
    search: text('search') ?? '',
  };
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [key in K]: V });
