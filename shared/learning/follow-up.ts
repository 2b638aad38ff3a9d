import { csvText } from '../model/csv.ts';
import type { RecordId } from '../model/ids.ts';
import type { Instant } from '../model/time.ts';
import { formatInstant } from '../model/time.ts';
import type { Improvement } from '../records/kinds/improvement.ts';
import { byText } from '../work/by-text.ts';

const ENDED: ReadonlySet<Improvement['state']> = new Set(['done', 'rejected']);

/** Whether its time has passed and it is neither done nor rejected. */
export const isOverdue = ({ due, state }: Improvement, now: Instant): boolean =>
  due !== undefined && due < now && !ENDED.has(state);

const PRIORITIES: readonly Improvement['priority'][] = ['high', 'medium', 'low'];

/** Overdue first, then what is open by its day, then what has ended; equal ones by priority and title. */
export function inFollowUpOrder(
  improvements: Iterable<Improvement>,
  now: Instant,
): readonly Improvement[] {
  const group = (one: Improvement): number =>
    isOverdue(one, now) ? 0 : ENDED.has(one.state) ? 2 : 1;
  return [...improvements].sort(
    (a, b) =>
      group(a) - group(b) ||
      byDue(a.due, b.due) ||
      PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
      byText(a.title, b.title) ||
      byText(a.id, b.id),
  );
}

function byDue(a: Instant | undefined, b: Instant | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined || a < b ? -1 : 1;
}

/** Names what another record is called; empty when it is not there. */
export type NameOf = (id: RecordId | undefined) => string;

/** The follow-up list as a table to be carried out of the case. Times are UTC. */
export function followUpCsv(
  improvements: readonly Improvement[],
  now: Instant,
  names: { readonly person: NameOf; readonly cause: NameOf; readonly lesson: NameOf },
): string {
  const head = [
    'action',
    'priority',
    'state',
    'owner',
    'due_utc',
    'overdue',
    'answers_cause',
    'from_lesson',
    'notes',
  ];
  return csvText([
    head,
    ...improvements.map((one) => [
      one.title,
      one.priority,
      one.state,
      names.person(one.owner),
      one.due === undefined ? '' : formatInstant(one.due, 'min'),
      isOverdue(one, now) ? 'yes' : 'no',
      names.cause(one.cause),
      names.lesson(one.lesson),
      one.notes ?? '',
    ]),
  ]);
}
