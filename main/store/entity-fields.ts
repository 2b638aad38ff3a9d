import { FIELD_SOURCES, valuesIn, type FieldSource } from '#shared/entities/entity-sources.ts';
import type { EntityList } from '#shared/ipc/entities.ts';
import { UNDATED } from '#shared/model/time.ts';
import { cancelled, isAborted, type Database } from './database.ts';
import { EntityMerge } from './entity-merge.ts';
import { LISTED } from './entity-columns.ts';
import type { Extents } from './extents.ts';
import { pointerOf } from './json-field.ts';
import type { Terms } from './terms.ts';
import { Params } from './params.ts';

export interface FieldParts {
  readonly database: Database;
  readonly extents: Extents;
  readonly terms: Terms;
}

/** Rows that one statement reads: progress is told, and cancelling heard, as often. */
const AT_ONCE = 1 << 18;

/**
 * What stands in the fields of formats. Every event is read, some at a time; only names that this case has are
 * looked for.
 * @throws FailureError cancelled
 */
export async function fieldEntities(
  { database, extents, terms }: FieldParts,
  progress: (events: number) => void,
  signal?: AbortSignal,
): Promise<EntityList> {
  const sources = await sourcesHere(database, signal);
  const merge = new EntityMerge();
  if (sources.length > 0) {
    for (let row = 0; row < extents.size; row += AT_ONCE) {
      if (isAborted(signal)) throw cancelled();
      await readRows(database, terms, sources, [row, row + AT_ONCE], merge, signal);
      progress(Math.min(extents.size, row + AT_ONCE));
    }
  }
  const { listed, more } = merge.most(LISTED);
  return { entities: listed, cut: more };
}

async function sourcesHere(
  database: Database,
  signal?: AbortSignal,
): Promise<readonly FieldSource[]> {
  const rows = await database.rows({ text: 'SELECT name FROM field_name', params: [] }, signal);
  const names = new Set(rows.map(({ name }) => String(name)));
  return FIELD_SOURCES.filter(({ field }) => names.has(field));
}

async function readRows(
  database: Database,
  terms: Terms,
  sources: readonly FieldSource[],
  [from, to]: readonly [number, number],
  merge: EntityMerge,
  signal?: AbortSignal,
): Promise<void> {
  const names = [...new Set(sources.map(({ field }) => field))];
  const params = new Params();
  const paths = names.map((name) => params.add(pointerOf(name)));
  const undated = params.add(UNDATED);
  const [low, high] = [params.add(BigInt(from)), params.add(BigInt(to))];
  // Where a name means something only beside some codes, events are told apart by them.
  const coded = names.map((name) => sources.some((one) => one.field === name && one.codes));
  const flags = `[${coded.map(String).join(', ')}]`;
  const columns = await database.columns(
    {
      text: `WITH read AS (
          SELECT unnest(json_extract_string(fields, [${paths.join(', ')}])) AS value,
            generate_subscripts([${paths.join(', ')}], 1) AS n, "time", code
          FROM event WHERE "row" >= ${low} AND "row" < ${high})
        SELECT n, value, CASE WHEN ${flags}[n] THEN code ELSE 0 END AS code, count(*),
          min("time") FILTER ("time" < ${undated}), max("time") FILTER ("time" < ${undated})
        FROM read WHERE value IS NOT NULL AND value <> '' GROUP BY 1, 2, 3`,
      params: params.values,
    },
    signal,
  );
  const [ns = [], values = [], codes = [], counts = [], firsts = [], lasts = []] = columns;
  for (let i = 0; i < ns.length; i++) {
    const name = names[Number(ns[i]) - 1];
    const [first, last] = [firsts[i], lasts[i]];
    const seen = {
      events: Number(counts[i]),
      ...(typeof first === 'bigint' && { first }),
      ...(typeof last === 'bigint' && { last }),
    };
    for (const source of sources) {
      if (source.field !== name) continue;
      const code = terms.text('code', Number(codes[i])) ?? '';
      if (source.codes?.includes(code) === false) continue;
      for (const value of valuesIn(String(values[i]), source.shape)) {
        merge.add(source.kind, value, source.field, seen);
      }
    }
  }
}
