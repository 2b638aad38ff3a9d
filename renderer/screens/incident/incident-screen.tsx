import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { CaseWork } from '#renderer/records/case-work.tsx';
import { errandDone, useNavigation } from '#renderer/state/navigation.ts';
import type { IncidentTab } from '#renderer/state/screen-tabs.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { useClocks } from '#renderer/state/clocks.ts';
import type { Work } from '#renderer/state/work.ts';
import { useRecordErrand, useRecordTab } from '#renderer/records/use-record-errand.ts';
import { useRecords } from '#renderer/records/use-records.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { ClocksTab } from './clocks/clocks-tab.tsx';
import { HandOverTab } from './hand-over/hand-over-tab.tsx';
import { createIncidentPlace } from './incident-place.ts';
import { IncidentStrip } from './incident-strip.tsx';
import { LogTab } from './log/log-tab.tsx';
import { PeopleTab } from './people/people-tab.tsx';
import type { IncidentForm } from './record/incident-fields.ts';
import { IncidentDialog } from './record/incident-dialog.tsx';
import { RecordTab } from './record/record-tab.tsx';
import './incident.css';

/** What is being written: a part of the record, an entry of the log. */
interface Dialogs {
  readonly form?: IncidentForm | undefined;
  readonly entry?: 'decision' | 'communication' | undefined;
}

/** The incident as a matter to be led: what it is, who is in it, what is due, what was decided, what the next shift needs. */
export const IncidentScreen = () => <CaseWork>{(work) => <Incident work={work} />}</CaseWork>;

function Incident({ work }: { readonly work: Work }) {
  const places = usePlaces();
  const [store] = useState(() => createIncidentPlace(places));
  const { tab } = useStore(store);
  const [dialogs] = useState(() => createStore<Dialogs>(() => ({})));
  const { form, entry } = useStore(dialogs);
  const askForm = (next: IncidentForm | undefined): void => dialogs.setState({ form: next });
  const clocks = useClocks();
  const people = useRecords('person').size;
  const entries = useRecords('decision').size + useRecords('communication').size;
  const errand = useNavigation((navigation) => navigation.errand);
  useEffect(() => {
    if (errand?.kind !== 'incident') return;
    store.setState({ tab: errand.tab });
    if (errand.ask === 'judge') dialogs.setState({ form: 'judgement' });
    else if (errand.ask !== undefined) dialogs.setState({ entry: errand.ask });
    errandDone();
  }, [errand, store, dialogs]);
  const open = (next: IncidentTab): void => store.setState({ tab: next });
  useRecordTab('incident', open);
  useRecordErrand(
    ['incident'],
    () => undefined,
    () => undefined,
  );
  return (
    <>
      <header className="fl-screen-head">
        <h1>Incident</h1>
      </header>
      <IncidentStrip
        work={work}
        clocks={clocks}
        onJudge={() => askForm('judgement')}
        onClocks={() => open('clocks')}
      />
      <Tabs
        label="Incident"
        selected={tab}
        onSelect={open}
        tabs={[
          { id: 'record', label: 'Record', content: <RecordTab work={work} onEdit={askForm} /> },
          { id: 'people', label: 'People', count: people, content: <PeopleTab /> },
          {
            id: 'clocks',
            label: 'Clocks',
            count: clocks.length,
            content: <ClocksTab work={work} clocks={clocks} />,
          },
          {
            id: 'log',
            label: 'Log',
            count: entries,
            content: (
              <LogTab
                work={work}
                store={store}
                asked={entry}
                onAsk={(next) => dialogs.setState({ entry: next })}
              />
            ),
          },
          {
            id: 'hand-over',
            label: 'Hand-over',
            content: <HandOverTab work={work} store={store} />,
          },
        ]}
      />
      {form === undefined ? null : (
        <IncidentDialog work={work} form={form} close={() => askForm(undefined)} />
      )}
    </>
  );
}
