import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { TASK_STATES } from '#shared/records/kinds/task.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { useScopeKeys } from '#renderer/commands/use-keys.ts';
import { BoardColumn } from './board-column.tsx';
import type { CardSources } from './task-card.tsx';
import type { TaskActs } from './use-task-acts.ts';

interface TaskBoardProps extends CardSources {
  /** Tasks shown, in order. */
  readonly shown: readonly Task[];
  /** The task that has the cursor. */
  readonly at: Task | undefined;
  readonly open: string | undefined;
  readonly writable: boolean;
  readonly acts: TaskActs;
  readonly onAt: (task: RecordId | undefined) => void;
  readonly onOpen: (task: Task) => void;
}

/** Tasks in columns by their state. Tab goes from column to column; arrows move between cards, with Shift they move the card. */
export function TaskBoard(props: TaskBoardProps) {
  const { shown, at, acts, onAt, onOpen, writable } = props;
  const board = useRef<HTMLDivElement>(null);
  useScopeKeys('task-board', board);
  useScopeKeys('records', board);
  const columns = useMemo(
    () => TASK_STATES.map((state) => shown.filter((task) => task.state === state)),
    [shown],
  );
  const here = at === undefined ? 0 : TASK_STATES.indexOf(at.state);
  const column = columns[here] ?? [];
  const index = column.findIndex(({ id }) => id === at?.id);

  // The focus goes with the cursor from column to column, as long as it is on the board.
  useEffect(() => {
    const lists = board.current?.querySelectorAll<HTMLElement>('.fl-task-cards');
    const focused = document.activeElement;
    if (board.current?.contains(focused) === true) lists?.[here]?.focus();
  }, [here]);

  const toRow = (row: number): void =>
    onAt(column[Math.max(0, Math.min(column.length - 1, row))]?.id);
  const toColumn = (by: -1 | 1): void => {
    let next = here + by;
    while (columns[next]?.length === 0) next += by;
    const tasks = columns[next];
    if (tasks !== undefined) onAt(tasks[Math.min(tasks.length - 1, Math.max(0, index))]?.id);
  };
  const carry = (by: -1 | 1): void => {
    const state = TASK_STATES[here + by];
    if (at !== undefined && state !== undefined) acts.setState(at, state);
  };
  const tick = useCallback(
    (task: Task): void => {
      if (writable) acts.setState(task, task.state === 'done' ? 'open' : 'done');
    },
    [acts, writable],
  );
  const moves = writable && at !== undefined;
  useCommand('task-board.down', () => toRow(index + 1));
  useCommand('task-board.up', () => toRow(index - 1));
  useCommand('task-board.first', () => toRow(0));
  useCommand('task-board.last', () => toRow(column.length - 1));
  useCommand('task-board.left', () => toColumn(-1));
  useCommand('task-board.right', () => toColumn(1));
  useCommand('task-board.show', () => at !== undefined && onOpen(at));
  useCommand('task-board.move-left', () => carry(-1), moves);
  useCommand('task-board.move-right', () => carry(1), moves);
  useCommand('task-board.move-up', () => at !== undefined && acts.move(at, column, -1), moves);
  useCommand('task-board.move-down', () => at !== undefined && acts.move(at, column, 1), moves);

  return (
    <div className="fl-task-board" ref={board}>
      {TASK_STATES.map((state, n) => (
        <BoardColumn
          key={state}
          state={state}
          column={columns[n] ?? []}
          at={n === here ? at?.id : undefined}
          open={props.open}
          onAt={onAt}
          onOpen={onOpen}
          onTick={tick}
          onDrop={(id) => {
            const task = props.tasks.get(id);
            if (task !== undefined && writable) {
              onAt(id);
              acts.setState(task, state);
            }
          }}
          tasks={props.tasks}
          people={props.people}
          now={props.now}
        />
      ))}
    </div>
  );
}
