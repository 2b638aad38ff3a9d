import type { Task } from '#shared/records/kinds/task.ts';
import { TASK_STATES } from '#shared/records/kinds/task.ts';
import { PHASE_NAMES, roleName, TASK_STATE_NAMES } from '#shared/response/playbook/names.ts';
import { ringOf } from '#shared/response/playbook/task-ring.ts';
import { isFinished, isOverdue, waitsFor } from '#shared/response/playbook/task-standing.ts';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { cut } from '#renderer/ui/cut.tsx';
import { countText } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { CardSources } from './task-card.tsx';
import { TaskStateMark } from './task-state-mark.tsx';

interface ColumnSources extends CardSources {
  readonly playbooks: ReadonlyMap<string, { readonly title: string }>;
  readonly times: TimeDisplay;
}

/** What the list of tasks shows, from left to right. */
export function taskColumns(sources: ColumnSources): readonly RecordColumn<Task>[] {
  const { tasks, people, playbooks, now, times } = sources;
  const ownerOf = ({ owner }: Task): string | undefined =>
    owner === undefined ? undefined : people.get(owner)?.name;
  const waitsText = (task: Task): string => {
    const names = waitsFor(task, tasks).map(({ title }) => visibleLine(title));
    return `${ringOf(task, tasks) === undefined ? '' : 'In a ring: '}${names.join('; ')}`;
  };
  const playbookOf = ({ playbook }: Task): string =>
    playbook === undefined ? '' : (playbooks.get(playbook)?.title ?? '');
  return [
    {
      id: 'state',
      title: 'State',
      width: 104,
      render: ({ state }) => <TaskStateMark state={state} />,
      by: ({ state }) => TASK_STATES.indexOf(state),
      text: ({ state }) => TASK_STATE_NAMES[state],
    },
    {
      id: 'title',
      title: 'Task',
      width: 260,
      grows: true,
      render: ({ title }) => cut(visibleLine(title)),
      by: ({ title }) => title,
      text: ({ title, guidance = '', notes = '' }) => `${title} ${guidance} ${notes}`,
    },
    {
      id: 'owner',
      title: 'Owner',
      width: 130,
      render: (task) =>
        ownerOf(task) === undefined ? (
          <span className="fl-task-role">
            {task.role === undefined ? '' : visibleLine(roleName(task.role))}
          </span>
        ) : (
          cut(visibleLine(ownerOf(task) ?? ''))
        ),
      by: ownerOf,
      text: (task) => `${ownerOf(task) ?? ''} ${roleName(task.role ?? '')}`,
    },
    {
      id: 'due',
      title: times === 'utc' ? 'Due (UTC)' : 'Due (local)',
      width: 172,
      render: (task) =>
        task.due === undefined ? (
          ''
        ) : (
          <span className={isOverdue(task, now) ? 'fl-task-overdue' : undefined}>
            {instantText(task.due, 'min', times)}
            {isOverdue(task, now) ? ' overdue' : ''}
          </span>
        ),
      by: (task) => (isFinished(task) ? undefined : task.due),
    },
    {
      id: 'waits',
      title: 'Waits for',
      width: 150,
      render: (task) => cut(waitsText(task)),
      text: waitsText,
    },
    {
      id: 'phase',
      title: 'Phase',
      width: 160,
      render: ({ phase }) => cut(PHASE_NAMES[phase]),
      by: ({ phase }) => RESPONSE_PHASES.indexOf(phase),
      text: ({ phase }) => PHASE_NAMES[phase],
    },
    {
      id: 'playbook',
      title: 'Playbook',
      width: 140,
      render: (task) => cut(visibleLine(playbookOf(task))),
      by: (task) => playbookOf(task) || undefined,
      text: playbookOf,
    },
    {
      id: 'events',
      title: 'Events',
      width: 64,
      align: 'end',
      render: ({ events = [] }) => (events.length === 0 ? '' : countText(events.length)),
      by: ({ events = [] }) => events.length,
    },
  ];
}
