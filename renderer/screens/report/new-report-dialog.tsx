import { useState } from 'react';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { notifyFailure } from '#renderer/state/notify.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Segments } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import type { Beginning } from './new-report.ts';
import { BEGINNINGS, createReport } from './new-report.ts';
import { closeDialog } from './report-dialogs.ts';
import type { ReportPlaceStore } from './report-place.ts';

interface NewReportDialogProps {
  readonly work: Work;
  readonly store: ReportPlaceStore;
}

export function NewReportDialog({ work, store }: NewReportDialogProps) {
  const engine = useEngine();
  const [title, setTitle] = useState(work.log.state.title ?? '');
  const [classification, setClassification] = useState('TLP:AMBER');
  const [beginning, setBeginning] = useState<Beginning>('post-mortem');
  const ready = title.trim() !== '';
  const create = (): void => {
    if (!ready) return;
    closeDialog();
    createReport(work, engine, {
      title: title.trim(),
      classification: classification.trim(),
      beginning,
    })
      .then((report) => store.setState({ report, top: 0 }))
      .catch((error: unknown) => notifyFailure('The report was not created.', error));
  };
  return (
    <Dialog
      title="New report"
      open
      onClose={closeDialog}
      actions={
        <>
          <Button variant="quiet" onPress={closeDialog}>
            Cancel
          </Button>
          <Button variant="primary" isDisabled={!ready} onPress={create}>
            Create report
          </Button>
        </>
      }
    >
      <Field
        label="Title"
        value={title}
        onChange={setTitle}
        onEnter={create}
        autoFocus
        maxLength={300}
      />
      <Field
        label="Classification"
        value={classification}
        onChange={setClassification}
        onEnter={create}
        help="Printed above every page."
        maxLength={300}
      />
      <Segments label="Begin with" value={beginning} choices={BEGINNINGS} onChange={setBeginning} />
    </Dialog>
  );
}
