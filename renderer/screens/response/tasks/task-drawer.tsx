import type { RecordId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { TASK_STATES } from '#shared/records/kinds/task.ts';
import { guidanceLines } from '#shared/response/playbook/guidance.ts';
import { ACTION_STATE_NAMES, roleName, TASK_STATE_NAMES } from '#shared/response/playbook/names.ts';
import { isOverdue } from '#shared/response/playbook/task-standing.ts';
import type { Tasks } from '#shared/response/playbook/task-standing.ts';
import { AttachEvents } from '#renderer/records/attach-events.tsx';
import { editRecord } from '#renderer/records/record-acts.ts';
import { RecordDrawer } from '#renderer/records/record-drawer.tsx';
import { useRecordList } from '#renderer/records/use-records.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/choice.tsx';
import { ActionIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { visibleLine, visibleText } from '#renderer/ui/visible-text.ts';
import { TASK_FACTS } from './task-fields.ts';
import { TaskQuery } from './task-query.tsx';
import type { TaskActs } from './use-task-acts.ts';
import { WaitsNotice } from './waits-notice.tsx';

interface TaskDrawerProps {
  readonly work: Work;
  readonly task: Task;
  readonly tasks: Tasks;
  readonly now: Instant;
  readonly acts: TaskActs;
  readonly onClose: () => void;
  readonly onEdit: () => void;
  readonly onShow: (task: RecordId) => void;
  readonly onAction: () => void;
}

/** One task with everything: what holds it up, how to do it, what the evidence says, what came of it. */
export function TaskDrawer(props: TaskDrawerProps) {
  const { work, task, tasks, now, acts, onAction } = props;
  const writable = work.info.readOnly === undefined;
  const lines = guidanceLines(task.guidance ?? '');
  const actions = useRecordList('action').filter((action) => action.task === task.id);
  return (
    <RecordDrawer
      work={work}
      record={task}
      fields={TASK_FACTS}
      onClose={props.onClose}
      onEdit={writable ? props.onEdit : undefined}
      onRemove={writable ? () => acts.remove(task) : undefined}
      head={
        <>
          {writable ? (
            <div className="fl-task-acts">
              <Select
                label="State"
                hideLabel
                value={task.state}
                choices={TASK_STATES.map((id) => ({ id, label: TASK_STATE_NAMES[id] }))}
                onChange={(state) => acts.setState(task, state)}
              />
              {task.state === 'done' ? null : (
                <Button variant="primary" keys="d" onPress={() => acts.setState(task, 'done')}>
                  Done
                </Button>
              )}
              <Button icon={ActionIcon} keys="a" onPress={onAction}>
                New action…
              </Button>
            </div>
          ) : (
            <p>{TASK_STATE_NAMES[task.state]}</p>
          )}
          {isOverdue(task, now) ? <Notice tone="warning">This task is overdue.</Notice> : null}
          <WaitsNotice task={task} tasks={tasks} onShow={props.onShow} />
          {task.owner === undefined && task.role !== undefined ? (
            <p className="fl-muted">For: {visibleLine(roleName(task.role))}</p>
          ) : null}
          {lines.length === 0 ? null : (
            <section className="fl-record-block">
              <h3 className="fl-label">Guidance</h3>
              <ul className="fl-guidance fl-selectable">
                {lines.map(({ label, text }, n) => (
                  <li key={n} className={label === undefined ? undefined : 'fl-guidance-labelled'}>
                    {label === undefined ? null : <strong>{label}: </strong>}
                    {visibleText(text)}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {task.query === undefined ? null : (
            <TaskQuery work={work} task={task} query={task.query} acts={acts} />
          )}
        </>
      }
    >
      {writable ? (
        <AttachEvents
          events={task.events ?? []}
          onAttach={(events) =>
            editRecord(work, { type: 'task', record: task.id, change: { events } })
          }
        />
      ) : null}
      {actions.length === 0 ? null : (
        <section className="fl-record-block">
          <h3 className="fl-label">Actions</h3>
          <ul className="fl-task-actions">
            {actions.map(({ id, title, where, state }) => (
              <li key={id}>
                {visibleLine(title)} <span className="fl-faint">on {visibleLine(where)}</span>,{' '}
                {ACTION_STATE_NAMES[state].toLowerCase()}
              </li>
            ))}
          </ul>
        </section>
      )}
    </RecordDrawer>
  );
}
