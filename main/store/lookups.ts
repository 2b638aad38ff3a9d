import type { EventDetail, FieldValue, MarkedRow } from '#shared/model/event.ts';
import type { EventId, EventKey } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import { noBits, setBit } from './bits.ts';
import type { Database } from './database.ts';
import type { EvidenceNames } from './evidence-names.ts';
import type { Extents } from './extents.ts';
import type { StoredRows } from './stored-rows.ts';

export interface LookupParts {
  readonly database: Database;
  readonly extents: Extents;
  readonly rows: StoredRows;
  readonly names: EvidenceNames;
}

/** @throws FailureError not-found */
export async function detail(
  parts: LookupParts,
  key: EventKey,
  signal?: AbortSignal,
): Promise<EventDetail> {
  const row = parts.extents.rowOf(key);
  const [found] = row === undefined ? [] : await details(parts, [row], signal);
  if (found === undefined) {
    throw new FailureError({
      code: 'not-found',
      message:
        'This event is no longer in the store; its file was parsed again. Search for it anew.',
    });
  }
  return found;
}

/** Events in full, in the order of their rows as given. */
export async function details(
  { database, extents, rows, names }: LookupParts,
  wanted: readonly number[],
  signal?: AbortSignal,
): Promise<readonly EventDetail[]> {
  if (wanted.length === 0) return [];
  const bits = noBits(extents.size);
  let [low, high] = [Infinity, 0];
  for (const row of wanted) {
    setBit(bits, row);
    low = Math.min(low, row);
    high = Math.max(high, row);
  }
  const stored = await database.rows(
    {
      text: `SELECT "row", fields FROM event WHERE "row" BETWEEN $1 AND $2${wanted.length === 1 ? '' : ` AND get_bit($3, "row"::INTEGER) = 1`}`,
      params: [BigInt(low), BigInt(high), ...(wanted.length === 1 ? [] : [bits])],
    },
    signal,
  );
  const fields = new Map(stored.map((row) => [Number(row['row']), String(row['fields'])]));
  const read = await rows.read(wanted, signal);
  return read.map(({ row, event, marks }): EventDetail => {
    const evidence = names.of(event.evidence);
    return {
      ...event,
      // What stands in the column was written by the batch sink as one JSON object.
      fields: JSON.parse(fields.get(row) ?? '{}') as { readonly [key: string]: FieldValue },
      parser: evidence?.parser ?? '',
      parserVersion: evidence?.parserVersion ?? 0,
      evidenceName: evidence?.name ?? '',
      evidenceSha256: evidence?.sha256 ?? '',
      notes: marks.notes,
    };
  });
}

/** Rows for identities, in their order; null where this store has no such event. */
export async function locate(
  parts: LookupParts,
  ids: readonly EventId[],
  signal?: AbortSignal,
): Promise<readonly (MarkedRow | null)[]> {
  const found = await parts.rows.read(await rowsOf(parts, ids, signal), signal);
  const byId = new Map(found.map(({ event }) => [event.id, event]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The same in full. */
export async function locateDetails(
  parts: LookupParts,
  ids: readonly EventId[],
  signal?: AbortSignal,
): Promise<readonly (EventDetail | null)[]> {
  const found = await details(parts, await rowsOf(parts, ids, signal), signal);
  const byId = new Map(found.map((event) => [event.id, event]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** Rows of those that are here, in no order. */
async function rowsOf(
  { database, extents }: LookupParts,
  ids: readonly EventId[],
  signal?: AbortSignal,
): Promise<readonly number[]> {
  const values = ids.flatMap((id) => {
    const parts = parseEventId(id);
    return parts === undefined ? [] : [`${parts.evidencePrefix}|${parts.offset}|${parts.ordinal}`];
  });
  if (values.length === 0) return [];
  const places = await database.rows(
    {
      text: `WITH wanted AS (
          SELECT split_part(w, '|', 1) AS prefix, split_part(w, '|', 2)::BIGINT AS pos, split_part(w, '|', 3)::UINTEGER AS nth
          FROM (SELECT unnest(string_split($1, ' ')) AS w)),
        found AS (SELECT n.idx, pos, nth FROM wanted JOIN evidence_name n ON n.sha256[1:32] = prefix)
        SELECT x."row" FROM event x JOIN found ON x.evidence = idx AND x."offset" = pos AND x.ordinal = nth`,
      params: [values.join(' ')],
    },
    signal,
  );
  return places.map((place) => Number(place['row'])).filter((row) => extents.at(row) !== undefined);
}
