import type { EventId } from '#shared/model/ids.ts';
import type { RecordBlockKind } from '#shared/model/report.ts';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import type { VERDICTS } from '#shared/records/kinds/entity.ts';
import type { CaseRecord, RecordOfType, RecordType } from '#shared/records/record-kinds.ts';
import { recordTitle } from '#shared/records/record-kinds.ts';
import { compareText } from '#shared/report/numbering.ts';
import { recordsOf } from '#shared/work/records.ts';
import { isFinished } from '#shared/response/playbook/task-standing.ts';
import type { WorkState } from '#shared/work/work-state.ts';

/** By time, those without one last; then by name, so that the order never depends on that of arrival. */
export function byTime<T extends CaseRecord>(
  records: Iterable<T>,
  timeOf: (record: T) => bigint | undefined,
): readonly T[] {
  return [...records].sort((a, b) => {
    const [left, right] = [timeOf(a), timeOf(b)];
    if (left !== undefined && right !== undefined && left !== right) return left < right ? -1 : 1;
    if ((left === undefined) !== (right === undefined)) return left === undefined ? 1 : -1;
    return byName(a, b);
  });
}

export const byName = (a: CaseRecord, b: CaseRecord): number =>
  compareText(recordTitle(a), recordTitle(b)) || compareText(a.id, b.id);

/** By their place in a list of words, then by name. */
export function byWord<T extends CaseRecord, W extends string>(
  records: Iterable<T>,
  words: readonly W[],
  wordOf: (record: T) => W,
): readonly T[] {
  return [...records].sort(
    (a, b) => words.indexOf(wordOf(a)) - words.indexOf(wordOf(b)) || byName(a, b),
  );
}

/** Worst first; what is cleared is last but one of the verdicts as they are listed. */
export const VERDICTS_PRINTED = [
  'compromised',
  'accessed',
  'suspected',
  'cleared',
  'unknown',
] as const satisfies readonly (typeof VERDICTS)[number][];

export const tasksInOrder = (work: WorkState): readonly RecordOfType<'task'>[] =>
  [...recordsOf(work, 'task').values()].sort(
    (a, b) =>
      RESPONSE_PHASES.indexOf(a.phase) - RESPONSE_PHASES.indexOf(b.phase) ||
      compareText(a.rank, b.rank) ||
      byName(a, b),
  );

/** Those that are not done yet. */
export const tasksLeft = (work: WorkState): readonly RecordOfType<'task'>[] =>
  tasksInOrder(work).filter((task) => !isFinished(task));

/** Each cause followed by those that answer its “why?”, with how deep it lies. */
export function causesInOrder(
  work: WorkState,
): readonly { readonly cause: RecordOfType<'cause'>; readonly depth: number }[] {
  const all = recordsOf(work, 'cause');
  const sorted = [...all.values()].sort((a, b) => compareText(a.rank, b.rank) || byName(a, b));
  const placed = new Set<string>();
  const below = (id: string | undefined, depth: number): ReturnType<typeof causesInOrder> =>
    sorted
      .filter(({ answers }) => (all.has(answers ?? ('' as never)) ? answers : undefined) === id)
      .flatMap((cause) => {
        if (placed.has(cause.id)) return [];
        placed.add(cause.id);
        return [{ cause, depth }, ...below(cause.id, depth + 1)];
      });
  const tree = below(undefined, 0);
  // Causes that answer one another in a ring have no beginning.
  const rings = sorted.filter(({ id }) => !placed.has(id)).map((cause) => ({ cause, depth: 0 }));
  return [...tree, ...rings];
}

/** Which records a block prints the proof of. */
const PROVEN: { readonly [K in RecordBlockKind]?: RecordType } = {
  impact: 'impact',
  'impact-brief': 'impact',
  transfers: 'transfer',
  causes: 'cause',
  controls: 'control',
  tasks: 'task',
  actions: 'action',
};

/** The events that the records of a block cite, record by record in the order in which they are printed. */
export function eventsOfRecords(kind: RecordBlockKind, work: WorkState): readonly EventId[] {
  const type = PROVEN[kind];
  const records =
    kind === 'tasks-left' ? tasksLeft(work) : type === undefined ? [] : printed(type, work);
  return records.flatMap((record) => ('events' in record ? (record.events ?? []) : []));
}

function printed(type: RecordType, work: WorkState): readonly CaseRecord[] {
  if (type === 'task') return tasksInOrder(work);
  if (type === 'cause') return causesInOrder(work).map(({ cause }) => cause);
  if (type === 'transfer') return byTime(recordsOf(work, 'transfer').values(), ({ at }) => at);
  if (type === 'action') return byTime(recordsOf(work, 'action').values(), ({ at }) => at);
  return [...recordsOf(work, type).values()].sort(byName);
}
