import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordId } from '#shared/model/ids.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { countTasks, isFinished, tasksInOrder } from '#shared/response/playbook/task-standing.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { useScopeKeys } from '#renderer/commands/use-keys.ts';
import { RecordDialog } from '#renderer/records/record-dialog.tsx';
import { cursorOn, useRecordPlace } from '#renderer/records/record-place.ts';
import { shownRows } from '#renderer/records/record-rows.ts';
import { RecordTable } from '#renderer/records/record-table.tsx';
import { useRecordErrand } from '#renderer/records/use-record-errand.ts';
import { useRecords } from '#renderer/records/use-records.ts';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { useUnscrolled } from '#renderer/state/unscrolled.ts';
import { detailsPane, Panes } from '#renderer/ui/panes.tsx';
import { ActionDialog } from '../actions/action-dialog.tsx';
import type { ResponsePlaceStore } from '../response-place.ts';
import { EVERY_TASK } from '../response-place.ts';
import { useNow } from '../use-now.ts';
import { NoTasks, NoTaskMatches } from './no-tasks.tsx';
import { PlaybookStrip } from './playbook-strip.tsx';
import { TaskBar } from './task-bar.tsx';
import { TaskBoard } from './task-board.tsx';
import { taskColumns } from './task-columns.tsx';
import { TaskDrawer } from './task-drawer.tsx';
import { TASK_FIELDS } from './task-fields.ts';
import { passes } from './task-filter.ts';
import { refuseRing } from './refuse-ring.ts';
import { newTask, useTaskActs } from './use-task-acts.ts';

interface TasksTabProps {
  readonly work: Work;
  readonly store: ResponsePlaceStore;
}

type Asked = { readonly kind: 'new' } | { readonly kind: 'edit' | 'action'; readonly task: Task };

/** What is to be done, as a board or a list, with the details of one task beside it. */
export function TasksTab({ work, store }: TasksTabProps) {
  const place = useStore(store);
  const listStore = useRecordPlace('response-tasks');
  const { sort, descending, cursor, open: openId, layout } = useUnscrolled(listStore);
  const tasks = useRecords('task');
  const people = useRecords('person');
  const playbooks = useRecords('playbook');
  const times = useSettings((settings) => settings.times);
  const now = useNow();
  const acts = useTaskActs(work);
  const [asked, ask] = useState<Asked>();
  const main = useRef<HTMLDivElement>(null);
  const quick = useRef<HTMLInputElement>(null);
  useScopeKeys('tasks', main);

  const writable = work.info.readOnly === undefined;
  const ordered = useMemo(() => tasksInOrder(tasks.values()), [tasks]);
  const counts = useMemo(() => countTasks(tasks.values(), tasks, now), [tasks, now]);
  const { owner, phase, playbook, only } = place;
  const shown = useMemo(
    () => ordered.filter((task) => passes(task, { owner, phase, playbook, only }, tasks, now)),
    [ordered, owner, phase, playbook, only, tasks, now],
  );
  const columns = useMemo(
    () => taskColumns({ tasks, people, playbooks, now, times }),
    [tasks, people, playbooks, now, times],
  );
  const rows = useMemo(
    () => shownRows(openFirst(shown), columns, { filter: '', sort, descending }),
    [shown, columns, sort, descending],
  );
  const board = place.view === 'board';
  const card = shown.find(({ id }) => id === place.card) ?? shown[0];
  const current = board ? card : rows[Math.min(cursor, rows.length - 1)];
  const open = openId === undefined ? undefined : tasks.get(openId as RecordId);

  const focusMain = (): void =>
    main.current
      ?.querySelector<HTMLElement>('[role=grid], [role=listbox][aria-activedescendant]')
      ?.focus();
  const show = (id: RecordId): void => {
    const row = rows.findIndex((task) => task.id === id);
    listStore.setState({ open: id, ...(row < 0 ? {} : { cursor: row }) });
    store.setState({ card: id });
  };
  const find = (id: RecordId): void => {
    const all = shownRows(openFirst(ordered), columns, { filter: '', sort, descending });
    store.setState({ ...EVERY_TASK, card: id });
    listStore.setState(cursorOn(all, id));
  };
  useRecordErrand(['task'], find, focusMain);
  const close = (): void => {
    listStore.setState({ open: undefined });
    focusMain();
  };
  const toCard = (id: RecordId | undefined): void => {
    store.setState({ card: id });
    if (openId !== undefined && id !== undefined) show(id);
  };
  const can = writable && current !== undefined;
  /** A card that leaves its column leaves the cursor to the next one there, so that a column is worked off by one key. */
  const stepAside = (task: Task): void => {
    if (!board || open !== undefined) return;
    const column = shown.filter(({ state }) => state === task.state);
    const at = column.findIndex(({ id }) => id === task.id);
    const next = column[at + 1] ?? column[at - 1];
    if (next !== undefined) store.setState({ card: next.id });
  };
  const to = (state: Task['state']) => (): void => {
    if (current === undefined) return;
    if (current.state !== state) stepAside(current);
    acts.setState(current, state);
  };
  useCommand('tasks.done', to('done'), can);
  useCommand('tasks.start', to('in-progress'), can);
  useCommand('tasks.block', to('blocked'), can);
  useCommand('tasks.open', to('open'), can);
  useCommand('tasks.drop', to('dropped'), can);
  useCommand(
    'tasks.action',
    () => current !== undefined && ask({ kind: 'action', task: current }),
    can,
  );
  useCommand(
    'tasks.result',
    () => {
      if (current === undefined) return;
      show(current.id);
      void acts.recordResult(current);
    },
    can && current.query !== undefined,
  );
  useCommand('tasks.quick', () => quick.current?.focus(), writable);
  useCommand('records.new', () => ask({ kind: 'new' }), writable);
  useCommand(
    'records.edit',
    () => current !== undefined && ask({ kind: 'edit', task: current }),
    can,
  );
  useCommand(
    'records.remove',
    () => {
      if (current === undefined) return;
      stepAside(current);
      acts.remove(current);
    },
    can,
  );
  useCommand('records.close', close, open !== undefined);

  const content =
    tasks.size === 0 ? (
      <NoTasks writable={writable} onPlaybooks={() => store.setState({ tab: 'playbooks' })} />
    ) : shown.length === 0 ? (
      <NoTaskMatches onAll={() => store.setState(EVERY_TASK)} />
    ) : board ? (
      <TaskBoard
        shown={shown}
        at={card}
        open={openId}
        writable={writable}
        acts={acts}
        onAt={toCard}
        onOpen={({ id }) => show(id)}
        tasks={tasks}
        people={people}
        now={now}
      />
    ) : (
      <RecordTable
        label="Tasks"
        noun="task"
        rows={rows}
        columns={columns}
        store={listStore}
        rowClass={({ state }) => `fl-task-row-${state}`}
      />
    );

  return (
    <div className="fl-response-tab">
      <PlaybookStrip tasks={tasks} now={now} store={store} />
      <TaskBar
        store={store}
        counts={counts}
        writable={writable}
        any={tasks.size > 0}
        quick={quick}
        onQuick={(title) => store.setState({ card: acts.quickAdd(title, place).id })}
        onNew={() => ask({ kind: 'new' })}
      />
      <Panes
        id="response-tasks"
        layout={layout}
        onLayout={(next) => listStore.setState({ layout: next })}
        panes={[
          {
            id: 'main',
            label: 'the tasks',
            min: '360px',
            content: (
              <div className="fl-task-main" ref={main}>
                {content}
              </div>
            ),
          },
          ...detailsPane(
            'task',
            open === undefined ? undefined : (
              <TaskDrawer
                key={open.id}
                work={work}
                task={open}
                tasks={tasks}
                now={now}
                acts={acts}
                onClose={close}
                onEdit={() => ask({ kind: 'edit', task: open })}
                onShow={show}
                onAction={() => ask({ kind: 'action', task: open })}
              />
            ),
            { min: '320px' },
          ),
        ]}
      />
      {asked === undefined ? null : asked.kind === 'action' ? (
        <ActionDialog task={asked.task} close={() => ask(undefined)} />
      ) : (
        <RecordDialog<'task'>
          work={work}
          title={asked.kind === 'new' ? 'New task' : 'Edit task'}
          fields={TASK_FIELDS}
          start={
            asked.kind === 'new'
              ? {
                  type: 'task',
                  initial: newTask(
                    work.store.getState().state,
                    phase === 'any' ? undefined : phase,
                  ),
                }
              : { record: asked.task }
          }
          refuse={(task, changed) => refuseRing(task, changed, tasks)}
          close={() => ask(undefined)}
          onSaved={({ id }) => show(id)}
        />
      )}
    </div>
  );
}

/** What is left to be done comes before what is finished. */
const openFirst = (tasks: readonly Task[]): readonly Task[] => [
  ...tasks.filter((task) => !isFinished(task)),
  ...tasks.filter(isFinished),
];
