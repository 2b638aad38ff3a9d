import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import { formatInstant } from '#shared/model/time.ts';
import {
  ACTION_KIND_NAMES,
  ACTION_STATE_NAMES,
  PHASE_NAMES,
  roleName,
  TASK_STATE_NAMES,
} from '#shared/response/playbook/names.ts';
import { tasksInOrder, waitsFor } from '#shared/response/playbook/task-standing.ts';
import { recordOf, recordsOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';

/** One line of a table, its cells by the names of their columns; all lines have the same. */
export type TableLine = Readonly<Record<string, string | number>>;

const when = (time: Instant | undefined): string =>
  time === undefined ? '' : formatInstant(time, 's');

const personName = (state: WorkState, id: RecordId | undefined): string =>
  recordOf(state, 'person', id)?.name ?? '';

/** Every task, in the order of the list. Times are ISO 8601 UTC. */
export function taskLines(state: WorkState): readonly TableLine[] {
  const tasks = recordsOf(state, 'task');
  return tasksInOrder(tasks.values()).map((task) => ({
    id: task.id,
    task: task.title,
    phase: PHASE_NAMES[task.phase],
    state: TASK_STATE_NAMES[task.state],
    owner: personName(state, task.owner),
    role: task.role === undefined ? '' : roleName(task.role),
    due: when(task.due),
    done: when(task.doneAt),
    playbook: recordOf(state, 'playbook', task.playbook)?.title ?? '',
    waits_for: waitsFor(task, tasks)
      .map(({ title }) => title)
      .join('; '),
    query: task.query ?? '',
    result: task.result ?? '',
    notes: task.notes ?? '',
    guidance: task.guidance ?? '',
    events: (task.events ?? []).join(' '),
  }));
}

/** Every action, by the time it was done; planned ones last. */
export function actionLines(state: WorkState): readonly TableLine[] {
  const actions = [...recordsOf(state, 'action').values()].sort((a, b) =>
    a.at === b.at ? 0 : a.at === undefined ? 1 : b.at === undefined ? -1 : a.at < b.at ? -1 : 1,
  );
  return actions.map((action) => ({
    id: action.id,
    time: when(action.at),
    action: action.title,
    kind: ACTION_KIND_NAMES[action.kind],
    state: ACTION_STATE_NAMES[action.state],
    where: action.where,
    decided_by: personName(state, action.decidedBy),
    done_by: personName(state, action.doneBy),
    result: action.result ?? '',
    verified_how: action.verification ?? '',
    task: recordOf(state, 'task', action.task)?.title ?? '',
    technique: action.technique ?? '',
    events: (action.events ?? []).join(' '),
  }));
}

/** What the columns are called, also where there is no line. */
export const TASK_COLUMNS =
  'id task phase state owner role due done playbook waits_for query result notes guidance events'.split(
    ' ',
  );
export const ACTION_COLUMNS =
  'id time action kind state where decided_by done_by result verified_how task technique events'.split(
    ' ',
  );
