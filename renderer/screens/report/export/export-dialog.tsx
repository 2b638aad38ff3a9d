import { useState } from 'react';
import { useStore } from 'zustand';
import type { ExportedReport } from '#shared/ipc/report.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { host } from '#renderer/bridge/host.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { failureOf, isQuiet } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { announce } from '#renderer/state/announce.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { closeDialog } from '../report-dialogs.ts';
import type { ReportPlaceStore } from '../report-place.ts';
import { freezeAll } from '../live/freezing.ts';
import { WordTemplate } from './word-template.tsx';
import { BeforeExport } from './before-export.tsx';
import { Exported } from './exported.tsx';
import { ExportProgress } from './export-progress.tsx';
import type { ExportFormat, ExportStep } from './export-report.ts';
import { exportReport, fileNameOf } from './export-report.ts';

interface ExportDialogProps {
  readonly work: Work;
  readonly report: WorkReport;
  readonly store: ReportPlaceStore;
  readonly format: ExportFormat;
}

const FORMATS = [
  { id: 'pdf', label: 'PDF' },
  { id: 'docx', label: 'Word' },
  { id: 'html', label: 'HTML' },
  { id: 'md', label: 'Markdown' },
] as const;
const PAGES = [
  { id: 'A4', label: 'A4' },
  { id: 'Letter', label: 'Letter' },
] as const;

type State =
  | { readonly at: 'asking'; readonly why?: string }
  | { readonly at: 'writing'; readonly step: ExportStep; readonly stop: AbortController }
  | { readonly at: 'done'; readonly made: ExportedReport };

/** Says what the report still lacks, writes it, and tells what was written and what proves it. */
export function ExportDialog({ work, report, store, format: first }: ExportDialogProps) {
  const engine = useEngine();
  const page = useStore(store, (place) => place.page);
  const [format, setFormat] = useState<ExportFormat>(first);
  const [state, setState] = useState<State>({ at: 'asking' });
  const [freeze, setFreeze] = useState(false);
  const [wordTemplate, setWordTemplate] = useState<string>();
  // Nothing goes out before it was said what stands against it.
  const { isPending: looking } = useRead('report.release', { report: report.id });
  const write = async (): Promise<void> => {
    const name = fileNameOf(report.header.title, format);
    const path = await host().call('dialog.save', {
      title: 'Export the report',
      name,
      kind: format,
    });
    if (path === null) return;
    const stop = new AbortController();
    const step = (now: ExportStep): void => setState({ at: 'writing', step: now, stop });
    step('gathering');
    try {
      if (freeze) await freezeAll(work, engine, report.id);
      const made = await exportReport(work, engine, {
        report: report.id,
        format,
        page,
        path,
        wordTemplate,
        signal: stop.signal,
        step,
      });
      announce('The report is exported');
      setState({ at: 'done', made });
    } catch (error) {
      setState(isQuiet(error) ? { at: 'asking' } : { at: 'asking', why: failureOf(error).message });
    }
  };
  /** While it is written, cancelling stops that, and the dialog says so by asking again. */
  const leave = (): void => {
    if (state.at !== 'writing') closeDialog();
    else if (state.step !== 'proving') state.stop.abort();
  };
  return (
    <Dialog
      title={state.at === 'done' ? 'The report is exported' : 'Export the report'}
      open
      onClose={leave}
      onMain={looking || state.at !== 'asking' ? undefined : () => void write()}
      actions={
        state.at === 'done' ? (
          <>
            <Button
              onPress={() => void host().call('shell.showInFolder', { path: state.made.path })}
            >
              Show in folder
            </Button>
            <Button variant="primary" onPress={closeDialog}>
              Done
            </Button>
          </>
        ) : (
          <>
            <Button
              variant="quiet"
              isDisabled={state.at === 'writing' && state.step === 'proving'}
              onPress={leave}
            >
              Cancel
            </Button>
            <Button
              variant="primary"
              isDisabled={looking || state.at === 'writing'}
              onPress={() => void write()}
            >
              Choose where…
            </Button>
          </>
        )
      }
    >
      {state.at === 'done' ? (
        <Exported made={state.made} />
      ) : (
        <>
          {state.at === 'asking' && state.why !== undefined ? (
            <Notice tone="critical">{state.why}</Notice>
          ) : null}
          <Segments label="Format" value={format} choices={FORMATS} onChange={setFormat} />
          {format === 'md' ? null : (
            <Segments
              label="Paper"
              value={page}
              choices={PAGES}
              onChange={(next) => store.setState({ page: next })}
            />
          )}
          {format === 'docx' ? (
            <WordTemplate path={wordTemplate} onChange={setWordTemplate} />
          ) : null}
          <BeforeExport
            report={report}
            freeze={freeze}
            onFreeze={setFreeze}
            readOnly={work.info.readOnly !== undefined}
          />
          {state.at === 'writing' ? <ExportProgress step={state.step} format={format} /> : null}
        </>
      )}
    </Dialog>
  );
}
