import { useStore } from 'zustand';
import type { WorkReport } from '#shared/work/work-state.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { notify } from '#renderer/state/notify.ts';
import type { Work } from '#renderer/state/work.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { citeChosen } from '../cite/cite-chosen.ts';
import { CitePicker } from '../cite/cite-picker.tsx';
import type { ReportPlaceStore } from '../report-place.ts';
import { ReviewTab } from '../review/review-tab.tsx';
import { CitationsTab } from './citations-tab.tsx';
import { DocumentTab } from './document-tab.tsx';
import { FiguresTab } from './figures-tab.tsx';

interface SidePanelProps {
  readonly work: Work;
  readonly report: WorkReport;
  readonly store: ReportPlaceStore;
}

/** Beside the text: what can be cited, what the document is, what is computed, and whether every citation holds. */
export function SidePanel({ work, report, store }: SidePanelProps) {
  const tab = useStore(store, (place) => place.tab);
  const places = usePlaces();
  return (
    <aside className="fl-report-side" aria-label="Beside the report" data-region>
      <Tabs
        label="Beside the report"
        selected={tab}
        onSelect={(next) => store.setState({ tab: next })}
        tabs={[
          {
            id: 'cite',
            label: 'Cite',
            content: (
              <div className="fl-report-side-body">
                <CitePicker
                  onChoose={(chosen) => {
                    if (!citeChosen(chosen, places)) {
                      notify({ text: 'Put the caret where the citation belongs, then choose it.' });
                    }
                  }}
                />
              </div>
            ),
          },
          {
            id: 'citations',
            label: 'Citations',
            content: <CitationsTab report={report} />,
          },
          { id: 'figures', label: 'Figures', content: <FiguresTab work={work} /> },
          {
            id: 'review',
            label: 'Review',
            content: <ReviewTab key={report.id} work={work} report={report} />,
          },
          {
            id: 'document',
            label: 'Document',
            content: <DocumentTab key={report.id} work={work} report={report} />,
          },
        ]}
      />
    </aside>
  );
}
