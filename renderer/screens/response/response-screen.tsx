import { useState } from 'react';
import { useStore } from 'zustand';
import { recordsOf } from '#shared/work/records.ts';
import { CaseWork } from '#renderer/records/case-work.tsx';
import { useRecordTab } from '#renderer/records/use-record-errand.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { ActionsTab } from './actions/actions-tab.tsx';
import { PlaybooksTab } from './playbooks/playbooks-tab.tsx';
import { ResponseHead } from './response-head.tsx';
import { createResponsePlace } from './response-place.ts';
import { TasksTab } from './tasks/tasks-tab.tsx';
import './response.css';

/** What is to be done and what was done against the intruder: tasks, actions, and the playbooks they come from. */
export const ResponseScreen = () => <CaseWork>{(work) => <Response work={work} />}</CaseWork>;

function Response({ work }: { readonly work: Work }) {
  const places = usePlaces();
  const [store] = useState(() => createResponsePlace(places));
  const tab = useStore(store, (place) => place.tab);
  useRecordTab('response', (next) => store.setState({ tab: next }));
  const tasks = useStore(work.store, ({ state }) => recordsOf(state, 'task').size);
  const actions = useStore(work.store, ({ state }) => recordsOf(state, 'action').size);
  return (
    <>
      <ResponseHead work={work} store={store} />
      <Tabs
        label="Views of the response"
        selected={tab}
        onSelect={(next) => store.setState({ tab: next })}
        tabs={[
          {
            id: 'tasks',
            label: 'Tasks',
            count: tasks,
            content: <TasksTab work={work} store={store} />,
          },
          {
            id: 'actions',
            label: 'Actions',
            count: actions,
            content: <ActionsTab work={work} store={store} />,
          },
          {
            id: 'playbooks',
            label: 'Playbooks',
            content: <PlaybooksTab work={work} store={store} />,
          },
        ]}
      />
    </>
  );
}
