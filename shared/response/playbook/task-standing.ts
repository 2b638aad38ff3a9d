import type { RecordId } from '../../model/ids.ts';
import type { Instant } from '../../model/time.ts';
import type { ResponsePhase } from '../../records/fields.ts';
import { RESPONSE_PHASES } from '../../records/fields.ts';
import type { Task } from '../../records/kinds/task.ts';
import { byText } from '../../work/by-text.ts';

export type Tasks = ReadonlyMap<RecordId, Task>;

/** Nothing is left to be done. */
export const isFinished = ({ state }: Task): boolean => state === 'done' || state === 'dropped';

/** Not finished, and its time has passed. */
export const isOverdue = (task: Task, now: Instant): boolean =>
  !isFinished(task) && task.due !== undefined && task.due < now;

/** Tasks that must be finished before it and are not; those that were removed hold up nothing. */
export const waitsFor = (task: Task, tasks: Tasks): readonly Task[] =>
  isFinished(task)
    ? []
    : task.after.flatMap((id) => {
        const before = tasks.get(id);
        return before === undefined || isFinished(before) ? [] : [before];
      });

/** Said to be blocked, or waiting for another task. */
export const isBlocked = (task: Task, tasks: Tasks): boolean =>
  !isFinished(task) && (task.state === 'blocked' || waitsFor(task, tasks).length > 0);

const PHASE_ORDER = new Map<ResponsePhase, number>(RESPONSE_PHASES.map((phase, n) => [phase, n]));

/** By phase, then as they were put. */
export const tasksInOrder = (tasks: Iterable<Task>): readonly Task[] =>
  [...tasks].sort(
    (a, b) =>
      (PHASE_ORDER.get(a.phase) ?? 0) - (PHASE_ORDER.get(b.phase) ?? 0) ||
      byText(a.rank, b.rank) ||
      byText(a.id, b.id),
  );

export interface TaskCounts {
  /** Dropped ones do not count. */
  readonly all: number;
  readonly done: number;
  readonly overdue: number;
  readonly blocked: number;
}

export function countTasks(counted: Iterable<Task>, tasks: Tasks, now: Instant): TaskCounts {
  const counts = { all: 0, done: 0, overdue: 0, blocked: 0 };
  for (const task of counted) {
    if (task.state === 'dropped') continue;
    counts.all += 1;
    if (task.state === 'done') counts.done += 1;
    if (isOverdue(task, now)) counts.overdue += 1;
    if (isBlocked(task, tasks)) counts.blocked += 1;
  }
  return counts;
}
