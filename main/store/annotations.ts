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
} from '@duckdb/node-api';
import { noBits, setBit, type Bits } from './bits.ts';
import type { Database } from './database.ts';

export type MarkKind = 'tag' | 'note' | 'board' | 'reviewed';

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

async function applySteps(connection: DuckDBConnection, steps: readonly MarkStep[]): Promise<void> {
  for (const step of steps) await applyStep(connection, step);
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

async function applyStep(connection: DuckDBConnection, step: MarkStep): Promise<void> {
  await connection.run(
    'CREATE OR REPLACE TEMP TABLE place (prefix VARCHAR, pos BIGINT, nth UINTEGER)',
  );
  await fillPlaces(connection, step.events);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE marked AS SELECT e."row" FROM event e JOIN evidence_name n ON n.idx = e.evidence
      JOIN place ON n.sha256[1:32] = prefix AND e."offset" = pos AND e.ordinal = nth`,
  );
  const values = [step.kind, step.value];
  await connection.run(
    'DELETE FROM annotation WHERE kind = $1 AND value = $2 AND "row" IN (SELECT "row" FROM marked)',
    values,
  );
  if (step.act === 'remove') return;
  await connection.run('INSERT INTO annotation SELECT $1, $2, "row", $3 FROM marked', [
    ...values,
    step.text ?? '',
  ]);
}

async function fillPlaces(
  connection: DuckDBConnection,
  events: EventSet | readonly EventId[],
): Promise<void> {
  const appender = await connection.createAppender('place', undefined, 'temp');
  let waiting: Place[] = [];
  const flush = (): void => {
    const chunk = DuckDBDataChunk.create([VARCHAR, BIGINT, UINTEGER], waiting.length);
    chunk.setColumnValues(
      0,
      waiting.map(({ prefix }) => prefix),
    );
    chunk.setColumnValues(
      1,
      waiting.map(({ offset }) => BigInt(offset)),
    );
    chunk.setColumnValues(
      2,
      waiting.map(({ ordinal }) => ordinal),
    );
    appender.appendDataChunk(chunk);
    waiting = [];
  };
  for (const place of placesOf(events)) {
    waiting.push(place);
    if (waiting.length === CHUNK) flush();
  }
  if (waiting.length > 0) flush();
  appender.closeSync();
}
