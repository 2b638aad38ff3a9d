import { memo } from 'react';
import type { Instant } from '#shared/model/time.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { roleName } from '#shared/response/playbook/names.ts';
import { ringOf } from '#shared/response/playbook/task-ring.ts';
import { isFinished, isOverdue, waitsFor } from '#shared/response/playbook/task-standing.ts';
import type { Tasks } from '#shared/response/playbook/task-standing.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { ClockIcon, WaitingIcon } from '#renderer/ui/icons.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { QueryCount } from './query-count.tsx';
import { TaskStateMark } from './task-state-mark.tsx';

export interface CardSources {
  /** All tasks of the case: what a task waits for may not be shown. */
  readonly tasks: Tasks;
  readonly people: ReadonlyMap<string, { readonly name: string }>;
  readonly now: Instant;
}

interface TaskCardProps extends CardSources {
  readonly task: Task;
  readonly onTick: (task: Task) => void;
}

/** What a card says of a task. The column has the focus; the tick only takes the pointer. */
export const TaskCard = memo(function TaskCard({
  task,
  tasks,
  people,
  now,
  onTick,
}: TaskCardProps) {
  const times = useSettings((settings) => settings.times);
  const waiting = waitsFor(task, tasks);
  const owner = task.owner === undefined ? undefined : people.get(task.owner)?.name;
  const overdue = isOverdue(task, now);
  return (
    <>
      {/* Keys do the same: d, and o. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        className="fl-task-tick"
        title={task.state === 'done' ? 'Open again' : 'Mark done'}
        onClick={(event) => {
          event.stopPropagation();
          onTick(task);
        }}
      >
        <TaskStateMark state={task.state} hideName />
      </span>
      <span className="fl-task-title">{visibleLine(task.title)}</span>
      <span className="fl-task-facts">
        {owner === undefined ? (
          <span className="fl-task-role">
            {task.role === undefined ? 'Nobody' : visibleLine(roleName(task.role))}
          </span>
        ) : (
          <span className="fl-task-owner">{visibleLine(owner)}</span>
        )}
        {waiting.length === 0 ? null : (
          <span
            className="fl-task-waits"
            title={`Waits for ${waiting.map(({ title }) => visibleLine(title)).join('; ')}`}
          >
            <WaitingIcon size={12} aria-hidden />
            <span className="fl-unseen">waits for </span>
            {waiting.length}
            {ringOf(task, tasks) === undefined ? '' : ' in a ring'}
          </span>
        )}
        {task.query === undefined || isFinished(task) ? null : <QueryCount query={task.query} />}
        {task.due === undefined || isFinished(task) ? null : (
          <span className={overdue ? 'fl-task-due fl-task-overdue' : 'fl-task-due'}>
            <ClockIcon size={12} aria-hidden />
            {overdue ? 'Overdue ' : ''}
            {dueText(task.due, now, times)}
          </span>
        )}
      </span>
    </>
  );
});

const DAY = 86_400_000_000_000n;

/** The hour when it is near, else the day: there is no room for both. */
function dueText(due: Instant, now: Instant, times: TimeDisplay): string {
  const [date = '', clock = ''] = instantText(due, 'min', times).split(' ');
  const away = due < now ? now - due : due - now;
  return away < DAY ? clock : date.slice('2026-'.length);
}
