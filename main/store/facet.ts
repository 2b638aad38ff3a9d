import type { EventFilter, Facet, FacetValue } from '#shared/ipc/events.ts';
import type { CodedColumns } from './coded-columns.ts';
import type { Database } from './database.ts';
import type { Extents } from './extents.ts';
import { targetOf, type Aliases, type FieldTarget } from './field-columns.ts';
import { jsonValue } from './json-field.ts';
import type { Match, Matches } from './matches.ts';
import { quoted, type CodedColumnName } from './schema.ts';
import type { Terms } from './terms.ts';
import { Params } from './params.ts';
import { countCodes, topValues, type CodeCounts } from './value-counts.ts';

export interface FacetParts {
  readonly database: Database;
  readonly extents: Extents;
  readonly matches: Matches;
  readonly columns: CodedColumns;
  readonly terms: Terms;
  readonly aliases: Aliases;
}

/** How the matches divide by a field's values. */
export async function facet(
  parts: FacetParts,
  request: EventFilter & { readonly field: string; readonly limit: number; readonly rare: boolean },
  signal?: AbortSignal,
): Promise<Facet> {
  const { field, limit, rare } = request;
  const target = targetOf(field, parts.aliases);
  if (target.kind === 'column') {
    const counts = await counted(parts, target.columns, request, signal);
    const text = textOf(parts.terms, target.columns);
    const values = topValues(counts, limit, rare, text);
    return {
      field,
      values,
      distinct: counts.codes.length,
      atLeast: false,
      missing: counts.missing,
    };
  }
  const match = await parts.matches.of(request, signal);
  const params = new Params();
  const from = grouping(parts, target, match, params);
  const most = params.add(BigInt(limit));
  const rows = await parts.database.rows(
    {
      text: `WITH counted AS (SELECT value, count(*) AS n FROM (${from}) GROUP BY 1)
        SELECT value, n, (SELECT count(*) FROM counted WHERE value IS NOT NULL) AS distinct_values,
          (SELECT coalesce(sum(n), 0)::BIGINT FROM counted WHERE value IS NULL) AS missing
        FROM counted ORDER BY value IS NULL, n ${rare ? 'ASC' : 'DESC'}, value LIMIT ${most} + 1`,
      params: params.values,
    },
    signal,
  );
  const values = rows
    .filter((row) => row['value'] !== null)
    .slice(0, limit)
    .map((row): FacetValue => ({ value: String(row['value']), count: Number(row['n']) }));
  const [first] = rows;
  return {
    field,
    values,
    distinct: Number(first?.['distinct_values'] ?? 0),
    atLeast: false,
    missing: Number(first?.['missing'] ?? 0),
  };
}

/** Values for completion: those that begin with the text first, most frequent first within each. */
export async function complete(
  parts: FacetParts,
  request: { readonly field: string; readonly text: string; readonly limit: number },
  signal?: AbortSignal,
): Promise<readonly FacetValue[]> {
  const target = targetOf(request.field, parts.aliases);
  const wanted = request.text.toLowerCase();
  if (target.kind === 'column') {
    const { codes, counts } = await counted(parts, target.columns, { query: '' }, signal);
    const text = textOf(parts.terms, target.columns);
    const found: (FacetValue & { readonly begins: boolean })[] = [];
    for (let i = 0; i < codes.length; i++) {
      const value = text(codes[i] as number);
      const folded = value.toLowerCase();
      if (!folded.includes(wanted)) continue;
      found.push({ value, count: counts[i] as number, begins: folded.startsWith(wanted) });
    }
    found.sort(
      (a, b) =>
        Number(b.begins) - Number(a.begins) || b.count - a.count || (a.value < b.value ? -1 : 1),
    );
    return found.slice(0, request.limit).map(({ value, count }) => ({ value, count }));
  }
  const match = await parts.matches.of({ query: '' }, signal);
  const params = new Params();
  const from = grouping(parts, target, match, params);
  const text = params.add(wanted);
  const rows = await parts.database.rows(
    {
      text: `SELECT value, n FROM (SELECT value, count(*) AS n FROM (${from}) GROUP BY 1) WHERE contains(lower(value), ${text})
        ORDER BY starts_with(lower(value), ${text}) DESC, n DESC, value LIMIT ${params.add(BigInt(request.limit))}`,
      params: params.values,
    },
    signal,
  );
  return rows.map((row) => ({ value: String(row['value']), count: Number(row['n']) }));
}

export const textOf =
  (terms: Terms, columns: readonly CodedColumnName[]) =>
  (code: number): string =>
    terms.text(columns[0] ?? 'host', code) ?? '';

/** Counts of one column, or of several that share a dictionary. */
export async function counted(
  { columns, terms, matches }: FacetParts,
  names: readonly CodedColumnName[],
  filter: EventFilter,
  signal?: AbortSignal,
): Promise<CodeCounts> {
  const match = await matches.of(filter, signal);
  const counts: CodeCounts[] = [];
  for (const name of names) {
    const codes = await columns.get(name, signal);
    counts.push(countCodes(match.rows, codes, terms.size(name)));
  }
  const [first] = counts;
  if (first !== undefined && counts.length === 1) return first;
  const sums = new Map<number, number>();
  for (const one of counts) {
    one.codes.forEach((code, i) => {
      sums.set(code, (sums.get(code) ?? 0) + (one.counts[i] as number));
    });
  }
  return {
    codes: Uint32Array.from(sums.keys()),
    counts: Uint32Array.from(sums.values()),
    missing: counts.reduce((sum, { missing }) => sum + missing, 0),
  };
}

/** The matches' values, one a row with its time, NULL where there is none. */
export function grouping(
  { extents }: FacetParts,
  target: Exclude<FieldTarget, { kind: 'column' }>,
  match: Match,
  params: Params,
): string {
  const all = match.positions.total === extents.count;
  const where = all ? '' : ` WHERE get_bit(${params.add(match.rows)}, e."row"::INTEGER) = 1`;
  const select = (value: string): string =>
    `SELECT ${value} AS value, e."time" FROM event e${where}`;
  switch (target.kind) {
    case 'message':
      return select(`nullif(message, '')`);
    case 'number': {
      const column = quoted(target.column);
      return select(`CASE WHEN ${column} >= 0 THEN ${column}::VARCHAR END`);
    }
    case 'time':
      return select(`e."time"::VARCHAR`);
    case 'recovered':
      return select(`CASE WHEN recovered = 1 THEN 'yes' ELSE 'no' END`);
    case 'evidence':
      return `SELECT n.name AS value, e."time" FROM event e LEFT JOIN evidence_name n ON n.idx = e.evidence${where}`;
    case 'mark': {
      const { mark } = target;
      const said = mark === 'tag' ? 'value' : mark === 'note' ? 'text' : `'yes'`;
      const none = mark === 'tag' || mark === 'note' ? 'NULL' : `'no'`;
      const marks = `SELECT DISTINCT "row", ${said} AS said FROM annotation WHERE kind = '${mark}'`;
      return `SELECT coalesce(a.said, ${none}) AS value, e."time" FROM event e LEFT JOIN (${marks}) a ON a."row" = e."row"${where}`;
    }
    case 'field': {
      const values = target.names.map((name) => jsonValue(name, params));
      return select(values.length === 1 ? (values[0] ?? 'NULL') : `coalesce(${values.join(', ')})`);
    }
  }
}
