import type { BoardItemId, FindingId, OpId, RecordId } from '../model/ids.ts';
import { instantFromMs } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { parseHlc } from '../work/hlc.ts';
import type { Op } from '../work/op.ts';
import type { WorkState } from '../work/work-state.ts';

/** A fact of the case with its two times: when it happened, and when this case knew it. */
export interface ClockedFact {
  readonly kind: 'board' | 'finding' | 'action';
  readonly id: BoardItemId | FindingId | RecordId;
  readonly title: string;
  /** Absent for what has no time. */
  readonly happened?: Instant;
  /** The clock of the operation that recorded it. */
  readonly known: Instant;
}

/** When things were first recorded by operations that count, by the id of the thing. */
export function firstKnown(
  ops: Iterable<Op>,
  counts: (id: OpId) => boolean,
): ReadonlyMap<string, Instant> {
  const known = new Map<string, Instant>();
  for (const op of ops) {
    const id = madeBy(op);
    if (id === undefined || known.has(id) || !counts(op.id)) continue;
    known.set(id, instantFromMs(parseHlc(op.clock).ms));
  }
  return known;
}

function madeBy({ body }: Op): string | undefined {
  if (body.kind === 'board.add') return body.item.id;
  if (body.kind === 'finding.add') return body.finding.id;
  return body.kind === 'record.add' ? body.record.id : undefined;
}

/**
 * Board items, findings and response actions with both times, by when they were known.
 * @param timeOfFinding when the first event that a finding cites happened
 */
export function clockedFacts(
  { board, findings, records }: WorkState,
  known: ReadonlyMap<string, Instant>,
  timeOfFinding: (id: FindingId) => bigint | undefined,
): readonly ClockedFact[] {
  const fact = (
    kind: ClockedFact['kind'],
    { id, title }: { readonly id: ClockedFact['id']; readonly title: string },
    happened: bigint | undefined,
  ): readonly ClockedFact[] => {
    const at = known.get(id);
    if (at === undefined) return [];
    return [
      {
        kind,
        id,
        title,
        known: at,
        ...(happened !== undefined && { happened: happened as Instant }),
      },
    ];
  };
  const actions = [...(records.get('action')?.values() ?? [])].flatMap((record) =>
    record.type === 'action' ? fact('action', record, record.at) : [],
  );
  return [
    ...[...board.values()].flatMap((item) => fact('board', item, item.time)),
    ...[...findings.values()].flatMap((one) => fact('finding', one, timeOfFinding(one.id))),
    ...actions,
  ].sort((a, b) => (a.known === b.known ? 0 : a.known < b.known ? -1 : 1));
}

export const lagOf = ({ happened, known }: ClockedFact): bigint | undefined =>
  happened === undefined ? undefined : known - happened;

/** The middle of the lags, ns; undefined when no fact has a time. Of an even number the earlier of the two. */
export function medianLag(facts: readonly ClockedFact[]): bigint | undefined {
  const lags = facts.flatMap((fact) => lagOf(fact) ?? []).sort((a, b) => (a < b ? -1 : 1));
  return lags[Math.floor((lags.length - 1) / 2)];
}
