import type { WorkReport } from '#shared/work/work-state.ts';
import type { Work } from '#renderer/state/work.ts';
import { CiteDialog } from './cite/cite-dialog.tsx';
import { ExportDialog } from './export/export-dialog.tsx';
import { LiveDialog } from './live/live-dialog.tsx';
import { NewReportDialog } from './templates/new-report-dialog.tsx';
import { SaveTemplateDialog } from './templates/save-template-dialog.tsx';
import { RedactionsDialog } from './redact/redactions-dialog.tsx';
import { CompareDialog } from './review/compare-dialog.tsx';
import { PreviewDialog } from './preview/preview-dialog.tsx';
import { useReportDialog } from './report-dialogs.ts';
import type { ReportPlaceStore } from './report-place.ts';

interface ReportDialogsProps {
  readonly work: Work;
  readonly report: WorkReport | undefined;
  readonly store: ReportPlaceStore;
}

/** The dialog that is open, if any. */
export function ReportDialogs({ work, report, store }: ReportDialogsProps) {
  const dialog = useReportDialog();
  if (dialog === undefined) return null;
  if (dialog.kind === 'new') return <NewReportDialog work={work} store={store} />;
  if (report === undefined) return null;
  switch (dialog.kind) {
    case 'cite':
      return <CiteDialog query={dialog.query ?? ''} />;
    case 'live':
      return <LiveDialog block={dialog.block} done={dialog.done} />;
    case 'save-template':
      return <SaveTemplateDialog work={work} report={report} />;
    case 'redactions':
      return <RedactionsDialog work={work} report={report} />;
    case 'compare':
      return <CompareDialog work={work} report={report} />;
    case 'preview':
      return <PreviewDialog work={work} report={report} store={store} />;
    case 'export':
      return <ExportDialog work={work} report={report} store={store} format={dialog.format} />;
    default:
      throw new Error(`no dialog ${JSON.stringify(dialog)}`);
  }
}
