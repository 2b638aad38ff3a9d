import type {
  Category,
  EventDetail,
  EventRow,
  FieldValue,
  Level,
  MarkedRow,
} from '#shared/model/event.ts';
import type { EventKey, EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import { eventId } from '#shared/model/ids.ts';
import { UNDATED, type Instant, type Precision, type ZoneBasis } from '#shared/model/time.ts';
import type { Database, Row } from './database.ts';
import { COLUMN_NAMES, quoted } from './schema.ts';

/** Columns of a row in a list: all but the two large ones. */
const LISTED = COLUMN_NAMES.filter((name) => name !== 'fields' && name !== 'search');

/** `SELECT` list of an event; the events are `e`, their files `v`. */
export const LISTED_EVENT = `${LISTED.map((name) => `e.${quoted(name)}`).join(', ')}, v.sha256`;

/** `from` gives rows of `events`. */
export const listedFrom = (from: string): string =>
  `(${from}) e LEFT JOIN evidence_name v ON v.idx = e.evidence`;

const text = (row: Row, name: string): string | undefined => {
  const value = row[name];
  return typeof value === 'string' ? value : undefined;
};
const number = (row: Row, name: string): number => Number(row[name] ?? 0);

const optional = <K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { [P in K]?: V });

function eventRow(row: Row): EventRow {
  const stored = row['time'];
  const time = (typeof stored === 'bigint' ? stored : UNDATED) as Instant;
  const sha256 = (text(row, 'sha256') ?? '') as Sha256;
  const offset = number(row, 'offset');
  const ordinal = number(row, 'ordinal');
  const record = number(row, 'record');
  return {
    key: number(row, 'key') as EventKey,
    id: eventId(sha256, offset, ordinal),
    evidence: number(row, 'evidence') as EvidenceIndex,
    offset,
    length: number(row, 'length'),
    ...optional('record', record < 0 ? undefined : record),
    ordinal,
    ...optional('time', time === UNDATED ? undefined : time),
    ...optional('timeOriginal', text(row, 'time_original')),
    timeMeaning: text(row, 'time_meaning') ?? 'logged',
    precision: (text(row, 'precision') ?? 's') as Precision,
    zone: (text(row, 'zone') ?? 'none') as ZoneBasis,
    category: (text(row, 'category') ?? 'other') as Category,
    ...optional('action', text(row, 'action')),
    ...optional('outcome', text(row, 'outcome') as EventRow['outcome']),
    ...optional('level', text(row, 'level') as Level | undefined),
    ...optional('host', text(row, 'host')),
    ...optional('user', text(row, 'user')),
    ...optional('sourceIp', text(row, 'source_ip')),
    ...optional('destinationIp', text(row, 'destination_ip')),
    ...optional('process', text(row, 'process')),
    ...optional('code', text(row, 'code')),
    ...optional('channel', text(row, 'channel')),
    ...optional('provider', text(row, 'provider')),
    message: text(row, 'message') ?? '',
    recovered: row['recovered'] === true,
  };
}

interface Marks {
  readonly tags: string[];
  readonly notes: string[];
  onBoard: boolean;
}

/** The rows with the marks on them: one question to the annotations, however many rows. */
async function marksOf(
  database: Database,
  rows: readonly EventRow[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<EventKey, Marks>> {
  const marks = new Map<EventKey, Marks>();
  if (rows.length === 0) return marks;
  const found = await database.rows(
    {
      text: `SELECT key, kind, value, text FROM annotation WHERE kind <> 'reviewed'
        AND key IN (SELECT unnest(string_split($1, ' '))::BIGINT) ORDER BY value`,
      params: [rows.map(({ key }) => key).join(' ')],
    },
    signal,
  );
  for (const row of found) {
    const key = number(row, 'key') as EventKey;
    const own = marks.get(key) ?? { tags: [], notes: [], onBoard: false };
    marks.set(key, own);
    if (row['kind'] === 'tag') own.tags.push(text(row, 'value') ?? '');
    else if (row['kind'] === 'note') own.notes.push(text(row, 'text') ?? '');
    else own.onBoard = true;
  }
  return marks;
}

export async function markedRows(
  database: Database,
  found: readonly Row[],
  signal?: AbortSignal,
): Promise<readonly MarkedRow[]> {
  const rows = found.map(eventRow);
  const marks = await marksOf(database, rows, signal);
  return rows.map((row) => {
    const own = marks.get(row.key);
    return {
      ...row,
      tags: own?.tags ?? [],
      noted: (own?.notes.length ?? 0) > 0,
      onBoard: own?.onBoard ?? false,
    };
  });
}

/** `found` were selected with `DETAIL`. */
export async function eventDetails(
  database: Database,
  found: readonly Row[],
  signal?: AbortSignal,
): Promise<readonly EventDetail[]> {
  const rows = found.map(eventRow);
  const marks = await marksOf(database, rows, signal);
  return rows.map((row, i): EventDetail => {
    const stored = found[i] ?? {};
    const own = marks.get(row.key);
    const fields: unknown = JSON.parse(text(stored, 'fields') ?? '{}');
    return {
      ...row,
      tags: own?.tags ?? [],
      noted: (own?.notes.length ?? 0) > 0,
      onBoard: own?.onBoard ?? false,
      // What stands in the column was written by the batch sink as one JSON object.
      fields: fields as { readonly [key: string]: FieldValue },
      parser: text(stored, 'parser') ?? '',
      parserVersion: number(stored, 'parser_version'),
      evidenceName: text(stored, 'name') ?? '',
      evidenceSha256: text(stored, 'sha256') ?? '',
      notes: own?.notes ?? [],
    };
  });
}

/** `SELECT` list of an event in full. */
export const DETAIL = `${LISTED_EVENT}, e.fields, v.name, v.parser, v.parser_version`;
