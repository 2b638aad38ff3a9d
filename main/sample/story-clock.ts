import type { Params } from '#shared/ipc/engine-api.ts';
import type { Instant } from '#shared/model/time.ts';
import { instantToMs } from '#shared/model/time.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import type { Deadline } from '#shared/records/kinds/deadline.ts';
import { at } from './calendar.ts';

export type Act = Params<'work.act'>;

/** An act and when it was done in the story, which is when what it says was known: ms since 1970 UTC. */
export interface TimedAct extends Act {
  readonly knownAt: number;
}

const MINUTE = 60_000;
/** When what is not done yet was gone through. */
const STOCK_TAKEN = '2026-05-14T08:30:00';

/**
 * Acts that were done one after another from a time of the story on (UTC text), so many seconds apart. What was written
 * down when it happened (decisions, actions, what was told, tasks done) is known a few minutes after; a deadline that is
 * met was open before.
 */
export function doneFrom(from: string, seconds: number, acts: readonly Act[]): readonly TimedAct[] {
  return acts.flatMap((act, n) => unfolded(act, at(from) + n * seconds * 1_000));
}

/** Acts done soon after what they speak of happened. */
export const doneAfter = (happened: Instant | undefined, from: string, act: Act): TimedAct => ({
  ...act,
  knownAt: Math.max(at(from), happened === undefined ? 0 : instantToMs(happened) + 5 * MINUTE),
});

function unfolded(act: Act, knownAt: number): readonly TimedAct[] {
  const { body } = act;
  if (body.kind === 'record.edit' && body.type === 'task') {
    const { doneAt } = body.change;
    const told = typeof doneAt === 'bigint' ? instantToMs(doneAt) + MINUTE : at(STOCK_TAKEN);
    return [{ ...act, knownAt: Math.max(knownAt, told) }];
  }
  if (body.kind !== 'record.add') return [{ ...act, knownAt }];
  const { record } = body;
  if (record.type === 'deadline') return deadline(act, record, knownAt);
  const written = writtenAt(record);
  return [{ ...act, knownAt: written === undefined ? knownAt : instantToMs(written) + 4 * MINUTE }];
}

/** When what a record tells of happened, for kinds that are written down at once. */
const writtenAt = (record: CaseRecord): Instant | undefined =>
  record.type === 'decision' || record.type === 'communication' || record.type === 'action'
    ? record.at
    : undefined;

const adding = (act: Act, record: CaseRecord, knownAt: number): TimedAct => ({
  ...act,
  body: { kind: 'record.add', record },
  knownAt,
});

function deadline(act: Act, { metAt, ...open }: Deadline, knownAt: number): readonly TimedAct[] {
  if (metAt === undefined) return [{ ...act, knownAt }];
  const { id: record, type } = open;
  return [
    adding(act, open, knownAt),
    {
      body: { kind: 'record.edit', type, record, change: { metAt } },
      knownAt: instantToMs(metAt) + 2 * MINUTE,
    },
  ];
}
