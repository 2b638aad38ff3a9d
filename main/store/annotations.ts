import type { EventId } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import type { EventSet } from '#shared/work/event-set.ts';
import { decodeMember } from '#shared/work/event-set-codec.ts';
import {
  DuckDBDataChunk,
  BIGINT,
  UINTEGER,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { noBits, setBit, type Bits } from './bits.ts';
import type { Database } from './database.ts';

export type MarkKind = 'tag' | 'note' | 'board' | 'finding' | 'reviewed';

/** What to do to the marks beside the events; `ids` or a coded set. */
export interface MarkStep {
  readonly act: 'add' | 'remove';
  readonly kind: MarkKind;
  readonly value: string;
  readonly text?: string;
  readonly events: EventSet | readonly EventId[];
}

const CHUNK = 2_048;

interface Place {
  readonly prefix: string;
  readonly offset: number;
  readonly ordinal: number;
}

function* placesOf(events: EventSet | readonly EventId[]): Generator<Place> {
  if ('members' in events) {
    for (const member of events.members) {
      const locators = decodeMember(member);
      if (locators === undefined) continue;
      const prefix = member.evidence.slice(0, 32);
      for (let i = 0; i < locators.offsets.length; i++) {
        yield { prefix, offset: locators.offsets[i] ?? 0, ordinal: locators.ordinals[i] ?? 0 };
      }
    }
    return;
  }
  for (const id of events) {
    const parts = parseEventId(id);
    if (parts !== undefined) {
      yield { prefix: parts.evidencePrefix, offset: parts.offset, ordinal: parts.ordinal };
    }
  }
}

/** Applies steps in order. Events that this store does not have get no mark; adding twice adds once. */
export async function applyMarks(database: Database, steps: readonly MarkStep[]): Promise<void> {
  if (steps.length === 0) return;
  await database.transaction((connection) => applySteps(connection, steps));
}

/** Puts all marks anew. Whoever asks meanwhile finds those of before. */
export const replaceMarks = (database: Database, steps: readonly MarkStep[]): Promise<void> =>
  database.transaction(async (connection) => {
    await connection.run('DELETE FROM annotation');
    await applySteps(connection, steps);
  });

/** Steps that can be done at once: one way, and no mark named twice. The work of a whole case is one such run. */
function runsOf(steps: readonly MarkStep[]): readonly (readonly MarkStep[])[] {
  const runs: MarkStep[][] = [];
  let named = new Set<string>();
  for (const step of steps) {
    const name = `${step.kind} ${step.value}`;
    const run = runs.at(-1);
    if (run?.[0]?.act === step.act && !named.has(name)) run.push(step);
    else {
      runs.push([step]);
      named = new Set();
    }
    named.add(name);
  }
  return runs;
}

async function applySteps(connection: DuckDBConnection, steps: readonly MarkStep[]): Promise<void> {
  for (const run of runsOf(steps)) await applyRun(connection, run);
}

/** Rows that bear a mark which the list of events shows. */
export async function markedRows(database: Database, size: number): Promise<Bits> {
  const bits = noBits(size);
  await database.words(
    { text: `SELECT "row" FROM annotation WHERE kind <> 'reviewed'`, params: [] },
    [1],
    ([rows]) => rows?.forEach((row) => setBit(bits, row)),
  );
  return bits;
}

/** Events are looked up once for all of the run: the table of events may be long. */
async function applyRun(connection: DuckDBConnection, run: readonly MarkStep[]): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE step (step UINTEGER, kind VARCHAR, value VARCHAR, text VARCHAR);
    CREATE OR REPLACE TEMP TABLE place (step UINTEGER, prefix VARCHAR, pos BIGINT, nth UINTEGER)`,
  );
  await fill(connection, 'step', [UINTEGER, VARCHAR, VARCHAR, VARCHAR], stepRows(run));
  await fill(connection, 'place', [UINTEGER, VARCHAR, BIGINT, UINTEGER], placeRows(run));
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE marked AS SELECT DISTINCT step, e."row" FROM event e
      JOIN evidence_name n ON n.idx = e.evidence
      JOIN place ON n.sha256[1:32] = prefix AND e."offset" = pos AND e.ordinal = nth`,
  );
  await connection.run(
    `DELETE FROM annotation USING marked JOIN step ON step.step = marked.step
      WHERE annotation.kind = step.kind AND annotation.value = step.value
        AND annotation."row" = marked."row"`,
  );
  if (run[0]?.act === 'remove') return;
  await connection.run(
    'INSERT INTO annotation SELECT kind, value, "row", text FROM marked JOIN step USING (step)',
  );
}

type Row = readonly DuckDBValue[];

const stepRows = (run: readonly MarkStep[]): readonly Row[] =>
  run.map(({ kind, value, text }, step) => [step, kind, value, text ?? '']);

function* placeRows(run: readonly MarkStep[]): Generator<Row> {
  for (const [step, { events }] of run.entries()) {
    for (const { prefix, offset, ordinal } of placesOf(events)) {
      yield [step, prefix, BigInt(offset), ordinal];
    }
  }
}

async function fill(
  connection: DuckDBConnection,
  table: string,
  types: readonly DuckDBType[],
  rows: Iterable<Row>,
): Promise<void> {
  const appender = await connection.createAppender(table, undefined, 'temp');
  let waiting: Row[] = [];
  const flush = (): void => {
    const chunk = DuckDBDataChunk.create(types, waiting.length);
    chunk.setRows(waiting);
    appender.appendDataChunk(chunk);
    waiting = [];
  };
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length === CHUNK) flush();
  }
  if (waiting.length > 0) flush();
  appender.closeSync();
}
