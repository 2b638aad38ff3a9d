import type { EventFilter } from '#shared/ipc/events.ts';
import type { EventKey, Sha256 } from '#shared/model/ids.ts';
import type { EventSet } from '#shared/work/event-set.ts';
import { encodeMember } from '#shared/work/event-set-codec.ts';
import type { Database, Sql } from './database.ts';
import type { Aliases } from './field-columns.ts';
import { compileFilter } from './filter.ts';

/** All matches but `except`, as identities: what a bulk act is about, whatever the store looks like later. */
export function resolve(
  database: Database,
  request: EventFilter & { readonly except: readonly EventKey[] },
  aliases: Aliases,
  signal?: AbortSignal,
): Promise<EventSet> {
  const { where, params } = compileFilter(request, aliases);
  const except =
    request.except.length === 0
      ? ''
      : ` AND key NOT IN (SELECT unnest(string_split(${params.add(request.except.join(' '))}, ' '))::BIGINT)`;
  return setOf(
    database,
    { text: `${where}${except}`, params: params.values },
    request.query,
    signal,
  );
}

export function resolveKeys(
  database: Database,
  keys: readonly EventKey[],
  signal?: AbortSignal,
): Promise<EventSet> {
  const text =
    keys.length === 0 ? 'false' : `key IN (SELECT unnest(string_split($1, ' '))::BIGINT)`;
  return setOf(
    database,
    { text, params: keys.length === 0 ? [] : [keys.join(' ')] },
    undefined,
    signal,
  );
}

async function setOf(
  database: Database,
  where: Sql,
  query: string | undefined,
  signal?: AbortSignal,
): Promise<EventSet> {
  const [digests = [], offsets = [], ordinals = []] = await database.columns(
    {
      text: `SELECT n.sha256, e."offset" AS pos, e.ordinal FROM (SELECT * FROM events WHERE ${where.text}) e
        JOIN evidence_name n ON n.idx = e.evidence ORDER BY n.sha256, pos, e.ordinal`,
      params: where.params,
    },
    signal,
  );
  const members: EventSet['members'][number][] = [];
  for (let start = 0; start < digests.length;) {
    const digest = digests[start];
    let end = start + 1;
    while (end < digests.length && digests[end] === digest) end++;
    const locators = {
      offsets: Float64Array.from(offsets.slice(start, end), Number),
      ordinals: Uint32Array.from(ordinals.slice(start, end), Number),
    };
    members.push(encodeMember(String(digest) as Sha256, locators));
    start = end;
  }
  return { count: digests.length, ...(query === undefined ? {} : { query }), members };
}
