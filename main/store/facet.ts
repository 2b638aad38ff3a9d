import type { EventFilter, Facet, FacetValue } from '#shared/ipc/events.ts';
import type { Database } from './database.ts';
import { targetOf, type Aliases } from './field-columns.ts';
import { compileFilter } from './filter.ts';
import type { Params } from './compile-query.ts';
import { quoted } from './schema.ts';

/** Rows of `events` that are asked, and the text to group them by. */
function grouping(
  field: string,
  aliases: Aliases,
  params: Params,
): { readonly value: string; readonly from: string } {
  const target = targetOf(field, aliases);
  switch (target.kind) {
    case 'column':
      return target.columns.length === 1
        ? { value: quoted(target.columns[0] ?? 'host'), from: 'events' }
        : {
            value: 'v',
            from: `(SELECT *, unnest([${target.columns.map(quoted).join(', ')}]) AS v FROM events)`,
          };
    case 'number':
      return { value: `${quoted(target.column)}::VARCHAR`, from: 'events' };
    case 'time':
      return { value: `"time"::VARCHAR`, from: 'events' };
    case 'recovered':
      return { value: `CASE WHEN recovered THEN 'yes' ELSE 'no' END`, from: 'events' };
    case 'evidence':
      return {
        value: 'v',
        from: '(SELECT e.*, n.name AS v FROM events e LEFT JOIN evidence_name n ON n.idx = e.evidence)',
      };
    case 'mark':
      return {
        value: 'v',
        from: `(SELECT e.*, a.value AS v FROM events e LEFT JOIN annotation a ON a.key = e.key AND a.kind = '${target.mark}')`,
      };
    case 'field': {
      const values = target.names.map(
        (name) =>
          `json_extract_string(fields, ${params.add(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)})`,
      );
      return {
        value: values.length === 1 ? (values[0] ?? 'NULL') : `coalesce(${values.join(', ')})`,
        from: 'events',
      };
    }
  }
}

/** How the matches divide by a field's values. */
export async function facet(
  database: Database,
  request: EventFilter & { readonly field: string; readonly limit: number; readonly rare: boolean },
  aliases: Aliases,
  signal?: AbortSignal,
): Promise<Facet> {
  const { where, params } = compileFilter(request, aliases);
  const { value, from } = grouping(request.field, aliases, params);
  const limit = params.add(BigInt(request.limit));
  const rows = await database.rows(
    {
      text: `WITH counted AS (SELECT ${value} AS value, count(*) AS n FROM ${from} WHERE ${where} GROUP BY 1)
        SELECT value, n, (SELECT count(*) FROM counted WHERE value IS NOT NULL) AS distinct_values,
          (SELECT coalesce(sum(n), 0)::BIGINT FROM counted WHERE value IS NULL) AS missing
        FROM counted ORDER BY value IS NULL, n ${request.rare ? 'ASC' : 'DESC'}, value LIMIT ${limit} + 1`,
      params: params.values,
    },
    signal,
  );
  const values = rows
    .filter((row) => row['value'] !== null)
    .slice(0, request.limit)
    .map((row): FacetValue => ({ value: String(row['value']), count: Number(row['n']) }));
  const [first] = rows;
  return {
    field: request.field,
    values,
    distinct: Number(first?.['distinct_values'] ?? 0),
    atLeast: false,
    missing: Number(first?.['missing'] ?? 0),
  };
}

/** Values for completion: those that begin with the text first, most frequent first within each. */
export async function complete(
  database: Database,
  request: { readonly field: string; readonly text: string; readonly limit: number },
  aliases: Aliases,
  signal?: AbortSignal,
): Promise<readonly FacetValue[]> {
  const { where, params } = compileFilter({ query: '' }, aliases);
  const { value, from } = grouping(request.field, aliases, params);
  const text = params.add(request.text.toLowerCase());
  const limit = params.add(BigInt(request.limit));
  const rows = await database.rows(
    {
      text: `SELECT value, n FROM (SELECT ${value} AS value, count(*) AS n FROM ${from} WHERE ${where} GROUP BY 1)
        WHERE contains(lower(value), ${text}) ORDER BY starts_with(lower(value), ${text}) DESC, n DESC, value LIMIT ${limit}`,
      params: params.values,
    },
    signal,
  );
  return rows.map((row) => ({ value: String(row['value']), count: Number(row['n']) }));
}
