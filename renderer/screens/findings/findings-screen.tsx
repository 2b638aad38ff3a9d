import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Finding } from '#shared/model/finding.ts';
import { findingsBySeverity } from '#shared/work/ordered.ts';
import { useEvents } from '#renderer/bridge/use-events.ts';
import { CaseWork } from '#renderer/records/case-work.tsx';
import { goTo } from '#renderer/state/navigation.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { useUnscrolled } from '#renderer/state/unscrolled.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ExploreIcon, FilterIcon, FindingIcon } from '#renderer/ui/icons.ts';
import { detailsPane, Panes } from '#renderer/ui/panes.tsx';
import { FindingDialogs } from './finding-dialogs.tsx';
import { FindingDrawer } from './finding-drawer.tsx';
import { findingRows, passes } from './finding-rows.ts';
import { FindingsHead, NewFindingButton } from './findings-head.tsx';
import { createFindingsPlace } from './findings-place.ts';
import { FindingsTable } from './findings-table.tsx';
import { TechniqueCounts } from './technique-counts.tsx';
import { useFindingActs } from './use-finding-acts.ts';
import { useFindingsErrand } from './use-findings-errand.ts';
import './findings.css';

/** What was concluded: each finding with what proves it, how grave it is and what was decided of it. */
export const FindingsScreen = () => <CaseWork>{(work) => <Findings work={work} />}</CaseWork>;

function Findings({ work }: { readonly work: Work }) {
  const places = usePlaces();
  const [store] = useState(() => createFindingsPlace(places));
  const place = useUnscrolled(store);
  const list = useRef<HTMLDivElement>(null);
  const findings = useStore(work.store, ({ state }) => findingsBySeverity(state.findings));
  const shown = useMemo(
    () => findings.filter((finding) => passes(finding, place)),
    [findings, place],
  );
  const rows = useMemo(() => findingRows(shown, place.group), [shown, place.group]);
  const events = useEvents(findings.flatMap((finding) => finding.events));
  const focusList = (): void => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  useFindingsErrand(store, findings, focusList);
  const acts = useFindingActs({ work, store, rows, events, focusList });
  const open = findings.find(({ id }) => id === place.open);
  const readOnly = work.info.readOnly !== undefined;
  return (
    <>
      <FindingsHead findings={findings} store={store} readOnly={readOnly} />
      <Panes
        id="findings"
        layout={place.layout}
        onLayout={(layout) => store.setState({ layout })}
        panes={[
          {
            id: 'main',
            label: 'the findings',
            min: '360px',
            content:
              findings.length === 0 ? (
                <NoFindings readOnly={readOnly} />
              ) : place.view === 'techniques' ? (
                <TechniqueCounts work={work} findings={findings} store={store} />
              ) : shown.length === 0 ? (
                <NoneMatch onAll={() => store.setState({ status: 'all', technique: undefined })} />
              ) : (
                <div className="fl-findings-list" ref={list}>
                  <FindingsTable rows={rows} events={events} store={store} shown={shown.length} />
                </div>
              ),
          },
          ...detailsPane(
            'finding',
            open === undefined || place.view === 'techniques' ? undefined : (
              <FindingDrawer key={open.id} work={work} finding={open} events={events} acts={acts} />
            ),
          ),
        ]}
      />
      <FindingDialogs
        work={work}
        acts={acts}
        events={events}
        onMade={(finding: Finding) => store.setState({ open: finding.id })}
      />
    </>
  );
}

function NoFindings({ readOnly }: { readonly readOnly: boolean }) {
  return (
    <EmptyState
      icon={FindingIcon}
      title="No findings yet"
      actions={
        <>
          <Button icon={ExploreIcon} onPress={() => goTo('explore')}>
            Go to Explore
          </Button>
          {readOnly ? null : <NewFindingButton />}
        </>
      }
    >
      A finding says what was found and cites the events that prove it. In Explore, select those
      events and press f (New finding). What is known without events is recorded here by hand.
    </EmptyState>
  );
}

function NoneMatch({ onAll }: { readonly onAll: () => void }) {
  return (
    <EmptyState
      icon={FilterIcon}
      title="No finding matches"
      actions={<Button onPress={onAll}>Show all findings</Button>}
    >
      There are findings of another status or technique.
    </EmptyState>
  );
}
