import type { DuckDBConnection } from '@duckdb/node-api';
import { FIELD_SOURCES } from '#shared/entities/entity-sources.ts';
import { UNDATED } from '#shared/model/time.ts';
import type { Database } from './database.ts';
import { pointerOf } from './json-field.ts';

/** Of one name so many values are read, those with most events: more than are ever listed. */
const MOST = 30_000;

const NAMES = [...new Set(FIELD_SOURCES.map(({ field }) => field))];
/** Names that mean something only beside some codes: their values are told apart by those. */
const BY_CODE = new Set(FIELD_SOURCES.flatMap(({ field, codes }) => (codes ? [field] : [])));
const LISTINGS = new Set(FIELD_SOURCES.flatMap(({ field, listing }) => (listing ? [field] : [])));

/**
 * Counts the values in the fields of rows that are coming in, under names that may be an entity's, into the table
 * `named`: so that whoever asks for entities never has to read all fields of all events. Part of the commit of its rows.
 * @param incoming the table that holds the rows
 * @param met names that are in their fields
 */
export async function countNamed(
  connection: DuckDBConnection,
  incoming: string,
  met: ReadonlySet<string>,
): Promise<void> {
  const names = NAMES.filter((name) => met.has(name));
  if (names.length === 0) return;
  const params: (string | bigint)[] = [];
  const add = (value: string | bigint): string => `$${params.push(value)}`;
  const paths = names.map((name) => add(pointerOf(name))).join(', ');
  const fields = names.map(add).join(', ');
  const coded = names.map((name) => String(BY_CODE.has(name))).join(', ');
  const undated = add(UNDATED);
  await connection.run(
    `INSERT INTO named
      WITH read AS (
        SELECT evidence, "time", code, unnest(json_extract_string(fields, [${paths}])) AS value,
          generate_subscripts([${paths}], 1) AS n
        FROM ${incoming})
      SELECT evidence, [${fields}][n], CASE WHEN [${coded}][n] THEN code ELSE 0 END, value, count(*),
        min("time") FILTER ("time" < ${undated}), max("time") FILTER ("time" < ${undated})
      FROM read WHERE value IS NOT NULL AND value <> '' GROUP BY ALL`,
    params,
  );
}

export interface NamedValue {
  readonly field: string;
  /** Of the dictionary of codes; 0 where codes do not matter. */
  readonly code: number;
  readonly value: string;
  readonly events: number;
  readonly first?: bigint;
  readonly last?: bigint;
}

/** What was counted, over all files. @throws FailureError cancelled */
export async function* namedValues(
  database: Database,
  signal?: AbortSignal,
): AsyncGenerator<NamedValue> {
  const fields = await database.rows(
    { text: 'SELECT DISTINCT field FROM named', params: [] },
    signal,
  );
  // What lists whole disks comes last, so that it takes no place of what anything happened to.
  const names = fields
    .map((row) => String(row['field']))
    .sort((a, b) => Number(LISTINGS.has(a)) - Number(LISTINGS.has(b)));
  for (const name of names) yield* valuesOf(database, name, signal);
}

async function* valuesOf(
  database: Database,
  field: string,
  signal?: AbortSignal,
): AsyncGenerator<NamedValue> {
  // Of values with equally many events the same ones each time; comparing a million texts for it would take longer.
  const columns = await database.columns(
    {
      text: `SELECT * FROM (
          SELECT code, value, sum(events)::BIGINT AS many, min("first"), max("last")
          FROM named WHERE field = $1 GROUP BY code, value)
        ORDER BY many DESC, hash(value) LIMIT $2`,
      params: [field, BigInt(MOST)],
    },
    signal,
  );
  const [codes = [], values = [], counts = [], firsts = [], lasts = []] = columns;
  for (let i = 0; i < codes.length; i++) {
    const [first, last] = [firsts[i], lasts[i]];
    yield {
      field,
      code: Number(codes[i]),
      value: String(values[i]),
      events: Number(counts[i]),
      ...(typeof first === 'bigint' && { first }),
      ...(typeof last === 'bigint' && { last }),
    };
  }
}
