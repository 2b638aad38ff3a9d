import { useQuery } from '@tanstack/react-query';
import { useStore } from 'zustand';
import type { WorkReport } from '#shared/work/work-state.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { runCommand } from '#renderer/commands/registry.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ExportIcon, ZoomInIcon, ZoomOutIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { closeDialog } from '../report-dialogs.ts';
import type { ReportPlaceStore } from '../report-place.ts';
import { settledWork } from '#renderer/state/settled-work.ts';
import { PreviewFrame } from './preview-frame.tsx';

interface PreviewDialogProps {
  readonly work: Work;
  readonly report: WorkReport;
  readonly store: ReportPlaceStore;
}

const PAGES = [
  { id: 'A4', label: 'A4' },
  { id: 'Letter', label: 'Letter' },
] as const;
const STEP = 0.1;

/** The report as it prints, from the case as it is at this moment. */
export function PreviewDialog({ work, report, store }: PreviewDialogProps) {
  const engine = useEngine();
  const { page, zoom } = useStore(store);
  const { data, error } = useQuery({
    queryKey: ['report preview', report.id, page],
    queryFn: async ({ signal }) => {
      await settledWork(work);
      return engine.call('report.html', { report: report.id, page }, signal);
    },
    // What is shown is the case at this moment, every time anew.
    gcTime: 0,
    staleTime: 0,
  });
  const zoomBy = (by: number): void =>
    store.setState({ zoom: Math.min(2, Math.max(0.3, Math.round((zoom + by) * 10) / 10)) });
  return (
    <Dialog
      title="Preview"
      open
      size="full"
      onClose={closeDialog}
      actions={
        <>
          <p className="fl-preview-note">
            Page breaks, page numbers, header and footer are made when the PDF is printed.
          </p>
          <Button
            variant="primary"
            icon={ExportIcon}
            onPress={() => {
              closeDialog();
              runCommand('report.export-pdf');
            }}
          >
            Export…
          </Button>
        </>
      }
    >
      <div className="fl-preview-bar">
        <Segments
          label="Paper"
          hideLabel
          value={page}
          choices={PAGES}
          onChange={(next) => store.setState({ page: next })}
        />
        <IconButton icon={ZoomOutIcon} label="Smaller" onPress={() => zoomBy(-STEP)} />
        <span className="fl-preview-zoom" aria-live="polite">
          {Math.round(zoom * 100)} %
        </span>
        <IconButton icon={ZoomInIcon} label="Larger" onPress={() => zoomBy(STEP)} />
      </div>
      {error === null ? (
        data === undefined ? (
          <p className="fl-preview-wait" role="status">
            Putting the report together…
          </p>
        ) : (
          <PreviewFrame html={data.html} zoom={zoom} />
        )
      ) : (
        <Notice tone="critical">{failureOf(error).message}</Notice>
      )}
    </Dialog>
  );
}
