import { useRef, useState } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { TASK_STATE_NAMES } from '#shared/response/playbook/names.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { countText } from '#renderer/ui/number-text.ts';
import type { CardSources } from './task-card.tsx';
import { TaskCard } from './task-card.tsx';
import { TaskStateMark } from './task-state-mark.tsx';
import { useCardWindow } from './use-card-window.ts';

/** What a card carries while it is dragged. */
const CARRIED = 'application/x-fireline-task';
const CARD_PX = 96;
const STEP_PX = CARD_PX + 8;

interface BoardColumnProps extends CardSources {
  readonly state: Task['state'];
  readonly column: readonly Task[];
  /** The task that has the cursor, when it is in this column. */
  readonly at: RecordId | undefined;
  readonly open: string | undefined;
  readonly onAt: (task: RecordId | undefined) => void;
  readonly onOpen: (task: Task) => void;
  readonly onTick: (task: Task) => void;
  readonly onDrop: (task: RecordId) => void;
}

export const cardId = (task: RecordId): string => `task-card-${task}`;

/** Tasks of one state. Only the cards in view are drawn, so a thousand cost no more than a dozen. */
export function BoardColumn(props: BoardColumnProps) {
  const { state, column, at, onAt, onOpen, onTick } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const index = at === undefined ? -1 : column.findIndex(({ id }) => id === at);
  const { first, end, onScroll } = useCardWindow({
    scroller,
    count: column.length,
    step: STEP_PX,
    at: index,
  });
  const name = TASK_STATE_NAMES[state];
  return (
    // Dragging takes the pointer only; the same is done with Shift and the arrows, or in the details.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={classNames('fl-task-column', over && 'fl-task-column-over')}
      aria-label={name}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(CARRIED)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const task = event.dataTransfer.getData(CARRIED);
        if (task === '') return;
        event.preventDefault();
        props.onDrop(task as RecordId);
      }}
    >
      <h2 className="fl-task-column-head">
        <TaskStateMark state={state} />
        <span className="fl-task-column-count">{countText(column.length)}</span>
      </h2>
      <div
        ref={scroller}
        className="fl-task-cards"
        {...(column.length === 0
          ? { tabIndex: -1 }
          : {
              role: 'listbox',
              'aria-label': `${name}: tasks`,
              tabIndex: 0,
              'data-region-start': true,
            })}
        data-state={state}
        {...(index < 0 || at === undefined ? {} : { 'aria-activedescendant': cardId(at) })}
        onScroll={onScroll}
        onFocus={() => {
          if (index < 0 && column.length > 0) onAt(column[0]?.id);
        }}
      >
        <div
          role="presentation"
          className="fl-task-card-room"
          style={{ height: column.length * STEP_PX }}
        >
          {column.slice(first, end).map((task, n) => (
            // The column has the focus and the keys; its cards only take the pointer.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={task.id}
              id={cardId(task.id)}
              role="option"
              aria-selected={task.id === at}
              aria-setsize={column.length}
              aria-posinset={first + n + 1}
              className={classNames('fl-task-card', task.id === props.open && 'fl-task-card-open')}
              style={{ transform: `translateY(${(first + n) * STEP_PX}px)`, height: CARD_PX }}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData(CARRIED, task.id);
                event.dataTransfer.effectAllowed = 'move';
              }}
              onClick={() => {
                onAt(task.id);
                onOpen(task);
              }}
            >
              <TaskCard
                task={task}
                tasks={props.tasks}
                people={props.people}
                now={props.now}
                onTick={onTick}
              />
            </div>
          ))}
        </div>
        {column.length === 0 ? <p className="fl-task-none">None</p> : null}
      </div>
    </section>
  );
}
