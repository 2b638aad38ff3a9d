import { useState } from 'react';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { notifyFailure } from '#renderer/state/notify.ts';
import type { Work } from '#renderer/state/work.ts';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { closeDialog } from '../report-dialogs.ts';
import type { ReportPlaceStore } from '../report-place.ts';
import { classificationOf, createReport } from './new-report.ts';
import { TemplateChoice } from './template-choice.tsx';

interface NewReportDialogProps {
  readonly work: Work;
  readonly store: ReportPlaceStore;
}

/** Asks what a new report is called and what it is begun from. A case may have several. */
export function NewReportDialog({ work, store }: NewReportDialogProps) {
  const engine = useEngine();
  const [title, setTitle] = useState(work.log.state.title ?? '');
  const [classification, setClassification] = useState(() => classificationOf(work));
  const [beginning, setBeginning] = useState('post-mortem');
  const ready = title.trim() !== '';
  const create = (): void => {
    if (!ready) return;
    closeDialog();
    createReport(work, engine, {
      title: title.trim(),
      classification: classification.trim(),
      beginning,
    })
      .then((report) => store.setState({ report, at: undefined }))
      .catch((error: unknown) => notifyFailure('The report was not created.', error));
  };
  return (
    <FormDialog
      title="New report"
      size="wide"
      act="Create report"
      onAct={create}
      disabled={!ready}
      close={closeDialog}
    >
      <div className="fl-form">
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
      </div>
      <TemplateChoice value={beginning} onChange={setBeginning} />
    </FormDialog>
  );
}
