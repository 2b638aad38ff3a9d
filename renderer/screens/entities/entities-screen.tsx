import { useStore } from 'zustand';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import { useRecordTab } from '#renderer/records/use-record-errand.ts';
import { useRecords } from '#renderer/records/use-records.ts';
import { CaseWork } from '#renderer/records/case-work.tsx';
import type { Work } from '#renderer/state/work.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { useEntitiesPlace } from './entities-place.ts';
import type { Tab } from './entities-place.ts';
import { GraphView } from './graph/graph-view.tsx';
import { ImpactView } from './impact-view.tsx';
import { EntityList } from './list/entity-list.tsx';
import { LogonsView } from './logons/logons-view.tsx';
import { RehearsalView } from './rehearsal/rehearsal-view.tsx';
import { TransfersView } from './transfers-view.tsx';
import { useEntities } from './use-entities.ts';
import './entities.css';
import '#renderer/records/records.css';

/** Who and what the incident is about: hosts, accounts, addresses, how they stand to one another, what left and what it did. */
export const EntitiesScreen = () => <CaseWork>{(work) => <Entities work={work} />}</CaseWork>;

function Entities({ work }: { readonly work: Work }) {
  const place = useEntitiesPlace();
  const list = useRecordPlace('entities-list');
  const { tab } = useStore(place);
  const entities = useEntities();
  const transfers = useRecords('transfer').size;
  const impacts = useRecords('impact').size;
  useRecordTab('entities', (next) => place.setState({ tab: next }));
  const show = (id: string): void => {
    list.setState({ open: id });
    place.setState({ tab: 'list' });
  };
  return (
    <>
      <header className="fl-screen-head">
        <h1>Entities</h1>
      </header>
      <Tabs<Tab>
        label="Entities"
        selected={tab}
        onSelect={(next) => place.setState({ tab: next })}
        tabs={[
          {
            id: 'list',
            label: 'List',
            content: <EntityList work={work} entities={entities} place={place} store={list} />,
          },
          {
            id: 'graph',
            label: 'Graph',
            content: <GraphView entities={entities} place={place} onShow={show} />,
          },
          { id: 'logons', label: 'Logons between hosts', content: <LogonsView place={place} /> },
          {
            id: 'rehearsal',
            label: 'Containment rehearsal',
            content: <RehearsalView work={work} entities={entities} place={place} />,
          },
          {
            id: 'transfers',
            label: 'Transfers',
            count: transfers,
            content: <TransfersView />,
          },
          { id: 'impact', label: 'Impact', count: impacts, content: <ImpactView /> },
        ]}
      />
    </>
  );
}
