import { useMemo } from 'react';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import type { RecordFormProps } from '#renderer/records/record-view.tsx';
import { RecordView } from '#renderer/records/record-view.tsx';
import { useRecordList, useRecords } from '#renderer/records/use-records.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { ActionIcon } from '#renderer/ui/icons.ts';
import { actionColumns } from './action-columns.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { actionFields } from './action-fields.ts';
import { ActionDetails } from './action-details.tsx';
import { ActionSteps } from './action-steps.tsx';

/** What was done against the intruder, in the order of time; what is only planned comes last. */
export function ActionsTab() {
  const store = useRecordPlace('response-actions');
  const actions = useRecordList('action');
  const people = useRecords('person');
  const times = useSettings((settings) => settings.times);
  const records = useMemo(() => [...actions].sort(byTime), [actions]);
  const columns = useMemo(() => actionColumns(people, times), [people, times]);
  return (
    <RecordView
      type="action"
      label="Actions"
      records={records}
      fields={FACTS}
      columns={columns}
      initial={() => ({})}
      store={store}
      dialog={actionForm}
      empty={{
        icon: ActionIcon,
        title: 'No actions yet',
        text: 'What was done to contain, eradicate and recover: what, where, who decided, who did it, and how it was verified. Fireline itself does nothing to any system.',
      }}
      head={stepsOf}
      details={detailsOf}
      rowClass={({ state }) => `fl-action-row-${state}`}
    />
  );
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
