import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { isBlocked, isOverdue } from '#shared/response/playbook/task-standing.ts';
import type { Tasks } from '#shared/response/playbook/task-standing.ts';
import type { ResponsePlace } from '../response-place.ts';

export type TaskFilter = Pick<ResponsePlace, 'owner' | 'phase' | 'playbook' | 'only'>;

/** Whether anything is left out. */
export const isFiltered = ({ owner, phase, playbook, only }: TaskFilter): boolean =>
  owner !== 'any' || phase !== 'any' || playbook !== 'any' || only !== 'all';

const isOf = (wanted: string, has: RecordId | undefined, none: string): boolean =>
  wanted === 'any' || (wanted === none ? has === undefined : has === wanted);

export function passes(
  task: Task,
  { owner, phase, playbook, only }: TaskFilter,
  tasks: Tasks,
  now: Instant,
): boolean {
  return (
    isOf(owner, task.owner, 'nobody') &&
    isOf(playbook, task.playbook, 'none') &&
    (phase === 'any' || task.phase === phase) &&
    (only === 'all' || (only === 'overdue' ? isOverdue(task, now) : isBlocked(task, tasks)))
  );
}
