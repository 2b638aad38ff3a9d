import { LOOKUP_FIELDS } from '#shared/entities/entity-sources.ts';
import { LOOKUPS, type RelationId } from '#shared/entities/relations.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import { UNDATED } from '#shared/model/time.ts';
import { earlier, later } from './entity-merge.ts';
import { jsonValue } from './json-field.ts';
import type { PairTable, RelationParts, RelationTables } from './relation-pairs.ts';
import { Params } from './params.ts';

interface Pair {
  readonly from: number;
  readonly to: number;
  events: number;
  first: bigint | undefined;
  last: bigint | undefined;
}

/** Domains that hosts and addresses looked up. They stand in the fields of events, so the database reads them. */
export async function lookupPairs(
  { database, matches }: RelationParts,
  range: Omit<EventFilter, 'query'>,
  signal?: AbortSignal,
): Promise<RelationTables> {
  const match = await matches.of({ ...range, query: LOOKUPS }, signal);
  const domains: string[] = [];
  if (match.positions.total === 0) return { pairs: [], domains };
  const params = new Params();
  const value = `coalesce(${LOOKUP_FIELDS.map((name) => jsonValue(name, params)).join(', ')})`;
  const undated = params.add(UNDATED);
  const columns = await database.columns(
    {
      text: `SELECT value, host, source_ip, count(*),
          min("time") FILTER ("time" < ${undated}), max("time") FILTER ("time" < ${undated})
        FROM (SELECT ${value} AS value, host, source_ip, "time" FROM event
          WHERE get_bit(${params.add(match.rows)}, "row"::INTEGER) = 1)
        WHERE value <> '' GROUP BY 1, 2, 3`,
      params: params.values,
    },
    signal,
  );
  const [values = [], hosts = [], sources = [], counts = [], firsts = [], lasts = []] = columns;
  const codes = new Map<string, number>();
  const tables = new Map<RelationId, Map<string, Pair>>([
    ['looked-up', new Map()],
    ['asked-for', new Map()],
  ]);
  for (let i = 0; i < values.length; i++) {
    const text = String(values[i]);
    const to = codes.get(text) ?? domains.length;
    if (to === domains.length) {
      codes.set(text, to);
      domains.push(text);
    }
    const [first, last] = [firsts[i], lasts[i]];
    for (const [relation, from] of [
      ['looked-up', Number(hosts[i])],
      ['asked-for', Number(sources[i])],
    ] as const) {
      if (from === 0) continue;
      const pairs = tables.get(relation);
      const key = `${from} ${to}`;
      const pair = pairs?.get(key) ?? { from, to, events: 0, first: undefined, last: undefined };
      pair.events += Number(counts[i]);
      pair.first = earlier(pair.first, typeof first === 'bigint' ? first : undefined);
      pair.last = later(pair.last, typeof last === 'bigint' ? last : undefined);
      pairs?.set(key, pair);
    }
  }
  return { pairs: [...tables].map(([relation, pairs]) => tableOf(relation, pairs)), domains };
}

function tableOf(relation: RelationId, pairs: ReadonlyMap<string, Pair>): PairTable {
  const list = [...pairs.values()];
  return {
    relation,
    size: list.length,
    from: (pair) => list[pair]?.from ?? 0,
    to: (pair) => list[pair]?.to ?? 0,
    count: (pair) => list[pair]?.events ?? 0,
    times: (pair) => {
      const { first, last } = list[pair] ?? {};
      return first === undefined || last === undefined ? undefined : [first, last];
    },
    atLeast: false,
  };
}
