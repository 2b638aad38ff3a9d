import type { RecordId } from '../../model/ids.ts';
import type { Task } from '../../records/kinds/task.ts';
import type { Tasks } from './task-standing.ts';
import { waitsFor } from './task-standing.ts';

type Waiting = Pick<Task, 'id' | 'after'>;

/**
 * The shortest ring through a task: it, what it waits for, what that waits for, and so on, the last of them waiting
 * for the first again. Undefined when nothing leads back to it.
 */
function ringThrough(
  task: Waiting,
  before: (task: Waiting) => readonly Task[],
): readonly Task[] | undefined {
  const cameFrom = new Map<RecordId, Task | undefined>();
  const toVisit: Task[] = [];
  const visit = (reached: readonly Task[], from: Task | undefined): Task | undefined => {
    for (const next of reached) {
      if (cameFrom.has(next.id)) continue;
      cameFrom.set(next.id, from);
      if (next.id === task.id) return next;
      toVisit.push(next);
    }
    return undefined;
  };
  let end = visit(before(task), undefined);
  for (let n = 0; end === undefined; n += 1) {
    const next = toVisit[n];
    if (next === undefined) return undefined;
    end = visit(before(next), next);
  }
  const way: Task[] = [];
  for (let at = cameFrom.get(end.id); at !== undefined; at = cameFrom.get(at.id)) way.push(at);
  return [end, ...way.reverse()];
}

/** The ring that a task would close if it waited for these; finished tasks count, as they may be opened again. */
export const ringIf = (task: Waiting, tasks: Tasks): readonly Task[] | undefined =>
  ringThrough(task, ({ after }) => after.flatMap((id) => tasks.get(id) ?? []));

/** The ring that holds a task up now, as a merge of two logs may have closed one; a finished task opens it. */
export const ringOf = (task: Task, tasks: Tasks): readonly Task[] | undefined =>
  ringThrough(task, ({ id }) => {
    const waiting = tasks.get(id);
    return waiting === undefined ? [] : waitsFor(waiting, tasks);
  });
