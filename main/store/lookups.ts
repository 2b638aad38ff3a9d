import type { EventDetail, MarkedRow } from '#shared/model/event.ts';
import type { EventId, EventKey } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import type { Database } from './database.ts';
import { DETAIL, eventDetails, LISTED_EVENT, listedFrom, markedRows } from './event-rows.ts';

/** @throws FailureError not-found */
export async function detail(
  database: Database,
  key: EventKey,
  signal?: AbortSignal,
): Promise<EventDetail> {
  const rows = await database.rows(
    {
      text: `SELECT ${DETAIL} FROM ${listedFrom('SELECT * FROM events WHERE key = $1')}`,
      params: [BigInt(key)],
    },
    signal,
  );
  const [row] = await eventDetails(database, rows, signal);
  if (row === undefined) {
    throw new FailureError({
      code: 'not-found',
      message:
        'This event is no longer in the store; its file was parsed again. Search for it anew.',
    });
  }
  return row;
}

/** Rows for identities, in their order; null where this store has no such event. */
export async function locate(
  database: Database,
  ids: readonly EventId[],
  signal?: AbortSignal,
): Promise<readonly (MarkedRow | null)[]> {
  const wanted = ids.map((id) => parseEventId(id));
  if (wanted.every((parts) => parts === undefined)) return ids.map(() => null);
  const values = wanted.flatMap((parts) =>
    parts === undefined ? [] : [`${parts.evidencePrefix}|${parts.offset}|${parts.ordinal}`],
  );
  const rows = await database.rows(
    {
      text: `WITH wanted AS (
          SELECT split_part(w, '|', 1) AS prefix, split_part(w, '|', 2)::BIGINT AS pos, split_part(w, '|', 3)::UINTEGER AS nth
          FROM (SELECT unnest(string_split($1, ' ')) AS w)),
        found AS (SELECT n.idx, pos, nth FROM wanted JOIN evidence_name n ON n.sha256[1:32] = prefix)
        SELECT ${LISTED_EVENT} FROM ${listedFrom(`SELECT x.* FROM events x JOIN found ON x.evidence = idx AND x."offset" = pos AND x.ordinal = nth`)}`,
      params: [values.join(' ')],
    },
    signal,
  );
  const found = await markedRows(database, rows, signal);
  const byId = new Map(found.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}
