import { useMemo } from 'react';
import { useStore } from 'zustand';
import { inOrder } from '#shared/board/board-order.ts';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { actionItemId } from '#shared/response/actions/action-item.ts';
import { bothSides } from './both-sides.ts';
import type { Marked } from './both-sides.ts';
import type { OpBody } from '#shared/work/op.ts';
import { useEvents } from '#renderer/bridge/use-events.ts';
import { KEY_TIMES, keyTimes } from '#renderer/key-times/key-times.ts';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import type { RecordFormProps } from '#renderer/records/record-view.tsx';
import { RecordView } from '#renderer/records/record-view.tsx';
import { useRecordList, useRecords } from '#renderer/records/use-records.ts';
import { showBoardItem, showRecord } from '#renderer/state/navigation.ts';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { Switch } from '#renderer/ui/choice.tsx';
import { ActionIcon } from '#renderer/ui/icons.ts';
import { Panes } from '#renderer/ui/panes.tsx';
import type { ResponsePlaceStore } from '../response-place.ts';
import { actionColumns } from './action-columns.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { actionFields } from './action-fields.ts';
import { ActionDetails } from './action-details.tsx';
import { ActionSteps } from './action-steps.tsx';
import { SidesDrawing } from './sides-drawing.tsx';

interface ActionsTabProps {
  readonly work: Work;
  readonly store: ResponsePlaceStore;
}

/** What was done against the intruder, in the order of time, drawn against what the intruder did; what is only planned comes last. */
export function ActionsTab({ work, store }: ActionsTabProps) {
  const list = useRecordPlace('response-actions');
  const { open } = useStore(list);
  const { sides: wanted = true, sidesLayout } = useStore(store);
  const actions = useRecordList('action');
  const people = useRecords('person');
  const times = useSettings((settings) => settings.times);
  const records = useMemo(() => [...actions].sort(byTime), [actions]);
  const columns = useMemo(() => actionColumns(people, times), [people, times]);
  const sides = useSides(work);
  const drawable = actions.some(({ at }) => at !== undefined);
  const offBoard = (action: ResponseAction): readonly OpBody[] => {
    const item = actionItemId(action);
    return work.store.getState().state.board.has(item) ? [{ kind: 'board.remove', item }] : [];
  };
  const table = (
    <RecordView
      type="action"
      label="Actions"
      records={records}
      fields={FACTS}
      columns={columns}
      initial={() => ({})}
      store={list}
      dialog={actionForm}
      moreOnRemove={offBoard}
      empty={{
        icon: ActionIcon,
        title: 'No actions yet',
        text: 'What was done to contain, eradicate and recover: what, where, who decided, who did it, and how it was verified. Fireline itself does nothing to any system.',
      }}
      {...(drawable && {
        bar: (
          <Switch checked={wanted} onChange={(next) => store.setState({ sides: next })}>
            Beside the intruder’s steps
          </Switch>
        ),
      })}
      head={stepsOf}
      details={detailsOf}
      rowClass={({ state }) => `fl-action-row-${state}`}
    />
  );
  if (!drawable || !wanted) return table;
  return (
    <Panes
      id="response-actions"
      direction="vertical"
      layout={sidesLayout}
      onLayout={(next) => store.setState({ sidesLayout: next })}
      panes={[
        {
          id: 'sides',
          label: 'the drawing',
          size: '46%',
          min: '120px',
          content: <SidesDrawing sides={sides} open={open} onShow={show} />,
        },
        { id: 'table', label: 'the table', min: '160px', content: table },
      ]}
    />
  );
}

function useSides(work: Work) {
  const state = useStore(work.store, (view) => view.state);
  const events = useEvents([...state.moments.values()].flatMap(({ event }) => event ?? []));
  return useMemo(() => {
    const known = keyTimes(inOrder(state.board.values()), state.moments, events);
    const moments = known.flatMap(({ name, time, precision, marked }) =>
      time === undefined || !marked ? [] : [{ title: KEY_TIMES[name].title, time, precision }],
    );
    return bothSides(state, moments);
  }, [state, events]);
}

function show(mark: Marked): void {
  switch (mark.kind) {
    case 'action':
      return showRecord('action', mark.action.id);
    case 'intruder':
    case 'response':
      return showBoardItem(mark.item.id);
    case 'moment':
      return;
  }
}

const stepsOf = (action: ResponseAction) => <ActionSteps action={action} />;
const detailsOf = (action: ResponseAction) => <ActionDetails action={action} />;
const actionForm = ({ record, close, onSaved }: RecordFormProps<'action'>) => (
  <ActionDialog
    close={close}
    onSaved={onSaved}
    {...(record === undefined ? {} : { action: record })}
  />
);

const FACTS = actionFields([]).filter(({ name }) => name !== 'state');

/** Undone ones last, equal times in the order of their words. */
function byTime(a: ResponseAction, b: ResponseAction): number {
  if (a.at === b.at) return a.title < b.title ? -1 : 1;
  if (a.at === undefined) return 1;
  if (b.at === undefined) return -1;
  return a.at < b.at ? -1 : 1;
}
