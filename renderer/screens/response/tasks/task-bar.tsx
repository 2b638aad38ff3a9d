import { useState } from 'react';
import type { Ref } from 'react';
import { useStore } from 'zustand';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import type { TaskCounts } from '#shared/response/playbook/task-standing.ts';
import { PHASE_NAMES } from '#shared/response/playbook/names.ts';
import { useRecordList } from '#renderer/records/use-records.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments, Select } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { AddIcon, ClockIcon, CloseIcon, WaitingIcon } from '#renderer/ui/icons.ts';
import { countText } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { ResponsePlaceStore } from '../response-place.ts';
import { EVERY_TASK } from '../response-place.ts';
import { isFiltered } from './task-filter.ts';

interface TaskBarProps {
  readonly store: ResponsePlaceStore;
  readonly counts: TaskCounts;
  readonly writable: boolean;
  /** There is something to filter. */
  readonly any: boolean;
  readonly quick: Ref<HTMLInputElement>;
  readonly onQuick: (title: string) => void;
  readonly onNew: () => void;
}

/** A line to add tasks by, what is late or held up, and which tasks are shown. */
export function TaskBar({ store, counts, writable, any, quick, onQuick, onNew }: TaskBarProps) {
  const [title, setTitle] = useState('');
  const add = (): void => {
    if (title.trim() === '') return;
    onQuick(title.trim());
    setTitle('');
  };
  return (
    <div className="fl-task-bar">
      {writable ? (
        <>
          <div className="fl-task-quick">
            <Field
              label="Add a task"
              hideLabel
              placeholder="Add a task, Enter"
              value={title}
              onChange={setTitle}
              onEnter={add}
              inputRef={quick}
              maxLength={500}
            />
          </div>
          <Button icon={AddIcon} keys="n" onPress={onNew}>
            New task…
          </Button>
        </>
      ) : null}
      <span className="fl-task-bar-rest" />
      {any ? <TaskFilters store={store} counts={counts} /> : null}
    </div>
  );
}

/** What is late or held up, and which tasks are shown how. */
function TaskFilters({ store, counts }: Pick<TaskBarProps, 'store' | 'counts'>) {
  const place = useStore(store);
  const people = useRecordList('person');
  const uses = useRecordList('playbook');
  const toggle = (only: 'overdue' | 'blocked'): void =>
    store.setState({ only: place.only === only ? 'all' : only });
  return (
    <>
      <Button
        icon={ClockIcon}
        aria-pressed={place.only === 'overdue'}
        className={counts.overdue > 0 ? 'fl-task-toggle fl-task-overdue' : 'fl-task-toggle'}
        onPress={() => toggle('overdue')}
      >
        {countText(counts.overdue)} overdue
      </Button>
      <Button
        icon={WaitingIcon}
        aria-pressed={place.only === 'blocked'}
        className="fl-task-toggle"
        onPress={() => toggle('blocked')}
      >
        {countText(counts.blocked)} blocked
      </Button>
      <Select
        label="Owner"
        hideLabel
        value={place.owner}
        choices={[
          { id: 'any', label: 'Any owner' },
          { id: 'nobody', label: 'Nobody' },
          ...people.map(({ id, name }) => ({ id: id as string, label: visibleLine(name) })),
        ]}
        onChange={(owner) => store.setState({ owner })}
      />
      <Select
        label="Phase"
        hideLabel
        value={place.phase}
        choices={[
          { id: 'any', label: 'Any phase' },
          ...RESPONSE_PHASES.map((id) => ({ id, label: PHASE_NAMES[id] })),
        ]}
        onChange={(phase) => store.setState({ phase })}
      />
      <Select
        label="Playbook"
        hideLabel
        value={place.playbook}
        choices={[
          { id: 'any', label: 'Any playbook' },
          { id: 'none', label: 'No playbook' },
          ...uses.map((use) => ({ id: use.id as string, label: visibleLine(use.title) })),
        ]}
        onChange={(playbook) => store.setState({ playbook })}
      />
      {isFiltered(place) ? (
        <Button variant="quiet" icon={CloseIcon} onPress={() => store.setState(EVERY_TASK)}>
          All tasks
        </Button>
      ) : null}
      <Segments
        label="Show tasks as"
        hideLabel
        value={place.view}
        choices={[
          { id: 'board', label: 'Board' },
          { id: 'list', label: 'List' },
        ]}
        onChange={(view) => store.setState({ view })}
      />
    </>
  );
}
