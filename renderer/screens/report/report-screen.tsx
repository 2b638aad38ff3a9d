import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { reportsInOrder } from './reports-in-order.ts';
import { useScopeKeys } from '#renderer/commands/use-keys.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { CaseWork } from '#renderer/records/case-work.tsx';
import { usePlaces } from '#renderer/state/places-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { AddIcon, ReportIcon } from '#renderer/ui/icons.ts';
import { Panes } from '#renderer/ui/panes.tsx';
import { CitationBook } from './cite/citation-book.tsx';
import { Toolbar } from './editor/toolbar.tsx';
import { ReportOutline } from './outline/report-outline.tsx';
import { ReportDialogs } from './report-dialogs-host.tsx';
import { ReportHead } from './report-head.tsx';
import { ReportPage } from './report-page.tsx';
import { createReportPlace } from './report-place.ts';
import type { ReportPlaceStore } from './report-place.ts';
import { OpenReportId } from './open-report.ts';
import { SidePanel } from './side/side-panel.tsx';
import { useReportCommands } from './use-report-commands.ts';
import { useReportErrand } from './use-report-errand.ts';
import './report.css';

/** The report: written here, printed from here, every claim with its event. */
export const ReportScreen = () => <CaseWork>{(work) => <Reports work={work} />}</CaseWork>;

function Reports({ work }: { readonly work: Work }) {
  const places = usePlaces();
  const [store] = useState(() => createReportPlace(places));
  const chosen = useStore(store, (place) => place.report);
  const all = useStore(work.store, ({ state }) => state.reports);
  const reports = useMemo(() => reportsInOrder(work, all), [work, all]);
  const report = reports.find(({ id }) => id === chosen) ?? reports[0];
  useReportCommands(work, report, store);
  useReportErrand(store);
  return (
    <>
      {report === undefined ? (
        <NoReport readOnly={work.info.readOnly !== undefined} />
      ) : (
        <OpenReportId key={report.id} value={report.id}>
          <CitationBook>
            <ReportHead
              report={report}
              reports={reports}
              onReport={(id) => store.setState({ report: id, at: undefined })}
              readOnly={work.info.readOnly !== undefined}
            />
            <OpenReport work={work} report={report} store={store} />
          </CitationBook>
        </OpenReportId>
      )}
      <ReportDialogs work={work} report={report} store={store} />
    </>
  );
}

interface OpenReportProps {
  readonly work: Work;
  readonly report: WorkReport;
  readonly store: ReportPlaceStore;
}

function OpenReport({ work, report, store }: OpenReportProps) {
  const layout = useStore(store, (place) => place.layout);
  const body = useRef<HTMLDivElement>(null);
  useScopeKeys('report', body);
  return (
    <div className="fl-report-body" ref={body}>
      <Panes
        id="report"
        layout={layout}
        onLayout={(next) => store.setState({ layout: next })}
        panes={[
          {
            id: 'outline',
            label: 'the outline',
            size: '250px',
            min: '160px',
            max: '40%',
            content: <ReportOutline work={work} report={report} />,
          },
          {
            id: 'page',
            label: 'the page',
            min: '320px',
            content: (
              <>
                <Toolbar />
                <ReportPage key={report.id} work={work} report={report} store={store} />
              </>
            ),
          },
          {
            id: 'side',
            label: 'the panel',
            size: '340px',
            min: '240px',
            max: '50%',
            content: <SidePanel work={work} report={report} store={store} />,
          },
        ]}
      />
    </div>
  );
}

const NoReport = ({ readOnly }: { readonly readOnly: boolean }) => (
  <>
    <header className="fl-screen-head">
      <h1>Report</h1>
    </header>
    <EmptyState
      icon={ReportIcon}
      title="No report yet"
      actions={
        readOnly ? undefined : (
          <Button variant="primary" icon={AddIcon} onPress={() => runCommand('report.new')}>
            Create the report…
          </Button>
        )
      }
    >
      {readOnly
        ? 'This case is open for reading only, and holds no report.'
        : 'Begin with the post-mortem template: timeline, figures, evidence and custody fill themselves from the case, and it says what to write where.'}
    </EmptyState>
  </>
);
