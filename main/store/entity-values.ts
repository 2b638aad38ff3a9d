import type { NamedWork } from '#shared/entities/rehearsal.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import { FailureError } from '#shared/model/result.ts';
import { UNDATED } from '#shared/model/time.ts';
import type { Database } from './database.ts';
import { targetOf, type Aliases } from './field-columns.ts';
import { jsonValue } from './json-field.ts';
import type { Matches } from './matches.ts';
import { Params } from './params.ts';

export interface ValuesParts {
  readonly database: Database;
  readonly matches: Matches;
  readonly aliases: Aliases;
}

/** Values of a field of formats, or whole messages, among the matches: how often, and when. */
export async function fieldValues(
  { database, matches, aliases }: ValuesParts,
  request: EventFilter & { readonly field: string; readonly limit: number },
  signal?: AbortSignal,
): Promise<readonly NamedWork[]> {
  const { field, limit, ...filter } = request;
  const params = new Params();
  const value = valueOf(field, aliases, params);
  const match = await matches.of(filter, signal);
  if (match.positions.total === 0) return [];
  const undated = params.add(UNDATED);
  const rows = await database.rows(
    {
      text: `SELECT value, count(*) AS n, min("time") FILTER ("time" < ${undated}) AS first,
          max("time") FILTER ("time" < ${undated}) AS last
        FROM (SELECT ${value} AS value, "time" FROM event
          WHERE get_bit(${params.add(match.rows)}, "row"::INTEGER) = 1)
        WHERE value <> '' GROUP BY 1 ORDER BY n DESC, value LIMIT ${params.add(BigInt(limit))}`,
      params: params.values,
    },
    signal,
  );
  return rows.map(({ value: name, n, first, last }) => ({
    name: String(name),
    events: Number(n),
    ...(typeof first === 'bigint' && { first }),
    ...(typeof last === 'bigint' && { last }),
  }));
}

function valueOf(field: string, aliases: Aliases, params: Params): string {
  const target = targetOf(field, aliases);
  if (target.kind === 'message') return 'message';
  if (target.kind === 'field') {
    return `coalesce(${target.names.map((name) => jsonValue(name, params)).join(', ')})`;
  }
  throw new FailureError({
    code: 'invalid-argument',
    message: `“${field}” is a column; its values are counted by facets.`,
  });
}
