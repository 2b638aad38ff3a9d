import type { Task } from '#shared/records/kinds/task.ts';
import { ringIf } from '#shared/response/playbook/task-ring.ts';
import type { Tasks } from '#shared/response/playbook/task-standing.ts';
import type { Refusal } from '#renderer/records/record-dialog.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';

/** Tasks that wait for each other in a ring could none of them be begun. One that a merge made is no bar to other changes. */
export function refuseRing(
  task: Task,
  changed: ReadonlySet<string>,
  tasks: Tasks,
): Refusal<'task'> | undefined {
  const ring = changed.has('after') ? ringIf(task, tasks) : undefined;
  if (ring === undefined) return undefined;
  const way = [...ring.slice(1), task].map(({ title }) => `“${visibleLine(title)}”`);
  return {
    field: 'after',
    problem: `This closes a ring: “${visibleLine(task.title)}” waits for ${way.join(', which waits for ')}. None of them could begin. Take one out.`,
  };
}
