import type { EventFilter, Stack, StackedValue } from '#shared/ipc/events.ts';
import { UNDATED } from '#shared/model/time.ts';
import { eachBit } from './bits.ts';
import type { Codes } from './coded-columns.ts';
import { counted, grouping, textOf, type FacetParts } from './facet.ts';
import { targetOf } from './field-columns.ts';
import type { Match } from './matches.ts';
import type { CodedColumnName } from './schema.ts';
import { isAddress } from './terms.ts';
import type { TimeOrder } from './time-order.ts';
import { Params } from './params.ts';
import { topValues } from './value-counts.ts';

type StackParts = FacetParts & { readonly order: TimeOrder };

interface StackRequest extends EventFilter {
  readonly field: string;
  readonly limit: number;
  readonly rare: boolean;
}

/** How the matches divide by a field's values, and when each was first and last seen. */
export async function stack(
  parts: StackParts,
  request: StackRequest,
  signal?: AbortSignal,
): Promise<Stack> {
  const target = targetOf(request.field, parts.aliases);
  if (target.kind === 'column') return stackOfCodes(parts, target.columns, request, signal);
  const match = await parts.matches.of(request, signal);
  const params = new Params();
  const from = grouping(parts, target, match, params);
  const dated = `FILTER (WHERE "time" < ${UNDATED}::BIGINT)`;
  const rows = await parts.database.rows(
    {
      text: `WITH counted AS (SELECT value, count(*) AS n, min("time") ${dated} AS first_seen, max("time") ${dated} AS last_seen FROM (${from}) GROUP BY 1)
        SELECT *, (SELECT count(*) FROM counted WHERE value IS NOT NULL) AS distinct_values
        FROM counted ORDER BY value IS NOT NULL, n ${request.rare ? 'ASC' : 'DESC'}, value LIMIT ${params.add(BigInt(request.limit))} + 1`,
      params: params.values,
    },
    signal,
  );
  // The absence of a value comes first, where there is any.
  const missing = rows[0]?.['value'] === null ? Number(rows[0]['n']) : 0;
  const instant = (value: unknown): bigint | undefined =>
    typeof value === 'bigint' ? value : undefined;
  return {
    field: request.field,
    missing,
    total: match.positions.total,
    distinct: Number(rows[0]?.['distinct_values'] ?? 0),
    values: rows
      .filter((row) => row['value'] !== null)
      .slice(0, request.limit)
      .map((row) => ({
        value: String(row['value']),
        count: Number(row['n']),
        ...seen(instant(row['first_seen']), instant(row['last_seen'])),
      })),
  };
}

const seen = (
  first: bigint | undefined,
  last: bigint | undefined,
): Pick<StackedValue, 'first' | 'last'> =>
  first === undefined || last === undefined ? {} : { first, last };

async function stackOfCodes(
  parts: StackParts,
  names: readonly CodedColumnName[],
  request: StackRequest,
  signal?: AbortSignal,
): Promise<Stack> {
  const { terms, order, columns } = parts;
  const counts = await counted(parts, names, request, signal);
  const values = topValues(counts, request.limit, request.rare, textOf(terms, names));
  const cells = await Promise.all(names.map((name) => columns.get(name, signal)));
  const match = await parts.matches.of(request, signal);
  const [name = 'host'] = names;
  const codes = values.map(({ value }) => terms.code(name, value) ?? 0);
  const places = placesOf(match, order.before(UNDATED), order.rows, cells, codes, {
    size: isAddress(name) ? undefined : terms.size(name),
  });
  return {
    field: request.field,
    missing: counts.missing,
    total: match.positions.total,
    distinct: counts.codes.length,
    values: values.map((value, at) => {
      const [first = -1, last = -1] = [places.first[at], places.last[at]];
      return { ...value, ...(first < 0 ? {} : seen(order.timeAt(first), order.timeAt(last))) };
    }),
  };
}

/** Positions of the first and last dated match of each code; -1 where there is none. */
function placesOf(
  match: Match,
  dated: number,
  rows: Uint32Array,
  cells: readonly Codes[],
  codes: readonly number[],
  dictionary: { readonly size: number | undefined },
): { readonly first: Int32Array; readonly last: Int32Array } {
  const first = new Int32Array(codes.length).fill(-1);
  const last = new Int32Array(codes.length).fill(-1);
  const slots = slotsOf(codes, dictionary.size);
  eachBit(match.positions.bits, (position) => {
    if (position >= dated) return;
    const row = rows[position] as number;
    for (const column of cells) {
      const slot = slots(column[row] as number);
      if (slot === undefined || slot < 0) continue;
      if (first[slot] === -1) first[slot] = position;
      last[slot] = position;
    }
  });
  return { first, last };
}

/** Which of the codes one is. A dictionary is looked up in place, addresses in a table of their own. */
function slotsOf(
  codes: readonly number[],
  size: number | undefined,
): (code: number) => number | undefined {
  if (size === undefined) {
    const table = new Map(codes.map((code, at) => [code, at]));
    return (code) => table.get(code);
  }
  const table = new Int32Array(size).fill(-1);
  codes.forEach((code, at) => (table[code] = at));
  return (code) => table[code];
}
