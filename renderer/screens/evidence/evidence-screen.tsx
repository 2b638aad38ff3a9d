import { useState } from 'react';
import { useStore } from 'zustand';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { filesUnderWay } from '#renderer/state/jobs.ts';
import { useJobsStore } from '#renderer/state/jobs-context.tsx';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { useCase } from '#renderer/state/session-context.tsx';
import { useUnscrolled } from '#renderer/state/unscrolled.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { AddIcon, EvidenceIcon, FolderIcon, ProblemIcon } from '#renderer/ui/icons.ts';
import { Panes } from '#renderer/ui/panes.tsx';
import { EvidenceDrawer } from './drawer/evidence-drawer.tsx';
import { EvidenceHead } from './evidence-head.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { createEvidencePlace } from './evidence-place.ts';
import { evidenceRows } from './evidence-rows.ts';
import { useEvidenceErrand } from './use-evidence-errand.ts';
import './evidence.css';

export function EvidenceScreen() {
  const places = usePlaces();
  const [store] = useState(() => createEvidencePlace(places));
  const place = useUnscrolled(store);
  const { jobs } = useStore(useJobsStore().store);
  const { data: items, error, refetch } = useRead('evidence.list', {});
  useEvidenceErrand(store);

  if (items === undefined) {
    if (error === null) return null;
    return (
      <EmptyState
        icon={ProblemIcon}
        title="The evidence could not be listed"
        actions={<Button onPress={() => void refetch()}>Try again</Button>}
      >
        {failureOf(error).message}
      </EmptyState>
    );
  }
  const underWay = filesUnderWay(jobs);
  if (items.length === 0 && underWay.length === 0) return <NoEvidence />;
  const rows = evidenceRows(items, underWay, {
    filter: place.filter,
    collapsed: new Set(place.collapsed),
  });
  const open = items.find(({ index }) => index === place.open);
  return (
    <>
      <EvidenceHead items={items} store={store} />
      <Panes
        id="evidence"
        layout={place.layout}
        onLayout={(layout) => store.setState({ layout })}
        panes={[
          {
            id: 'list',
            label: 'the list',
            min: '320px',
            content: <EvidenceList rows={rows} store={store} />,
          },
          ...(open === undefined ? [] : [drawerPane(open, store)]),
        ]}
      />
    </>
  );
}

const drawerPane = (item: EvidenceItem, store: ReturnType<typeof createEvidencePlace>) => ({
  id: 'drawer',
  label: 'the details',
  size: '440px',
  min: '300px',
  max: '70%',
  content: <EvidenceDrawer key={item.index} item={item} store={store} />,
});

function NoEvidence() {
  const { readOnly } = useCase();
  const may = readOnly === undefined;
  return (
    <>
      <header className="fl-screen-head">
        <h1>Evidence</h1>
      </header>
      <EmptyState
        icon={EvidenceIcon}
        title="No evidence yet"
        actions={
          may ? (
            <>
              <Button
                variant="primary"
                icon={AddIcon}
                onPress={() => runCommand('evidence.add-files')}
              >
                Add files…
              </Button>
              <Button icon={FolderIcon} onPress={() => runCommand('evidence.add-folder')}>
                Add a folder…
              </Button>
            </>
          ) : undefined
        }
      >
        {may
          ? 'Drop files or folders anywhere on this window. They are opened read-only, hashed once, sealed in the custody ledger and parsed. ZIP and gzip are opened in place.'
          : 'This case is open for reading only, and holds no evidence.'}
      </EmptyState>
    </>
  );
}
