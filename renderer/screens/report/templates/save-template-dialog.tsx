import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { numberSections } from '#shared/report/numbering.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { flushAll } from '#renderer/state/flush.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import type { Work } from '#renderer/state/work.ts';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { closeDialog } from '../report-dialogs.ts';

interface SaveTemplateDialogProps {
  readonly work: Work;
  readonly report: WorkReport;
}

/** Keeps the sections of a report, without what is of this case only, to begin others from. */
export function SaveTemplateDialog({ work, report }: SaveTemplateDialogProps) {
  const engine = useEngine();
  const cache = useQueryClient();
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const ready = title.trim() !== '';
  const save = async (): Promise<void> => {
    await flushAll();
    const now = work.log.state.reports.get(report.id) ?? report;
    const { kind = 'Incident report', layout = 'full' } = now.header;
    await engine.call('report.template.save', {
      title: title.trim(),
      summary: summary.trim(),
      kind,
      layout,
      sections: numberSections([...now.sections.values()]).map(
        ({ section: { title: name, level, appendix, content } }) => ({
          title: name,
          level,
          appendix,
          content,
        }),
      ),
    });
    await cache.invalidateQueries({ queryKey: ['report.templates'], exact: false });
    notify({ text: 'The template is kept. A new report can begin with it.' });
  };
  const keep = (): void => {
    if (!ready) return;
    closeDialog();
    save().catch((error: unknown) => notifyFailure('The template was not kept.', error));
  };
  return (
    <FormDialog
      title="Save as a template"
      act="Save the template"
      onAct={keep}
      disabled={!ready}
      close={closeDialog}
    >
      <Field
        label="Name of the template"
        value={title}
        onChange={setTitle}
        onEnter={keep}
        autoFocus
        maxLength={200}
      />
      <Field
        label="What it is for"
        value={summary}
        onChange={setSummary}
        onEnter={keep}
        maxLength={500}
      />
      <p className="fl-muted">
        Sections, texts, tables and live blocks are kept. Citations, single findings and what was
        frozen are of this case, and are left out: read the texts through for what else is.
      </p>
    </FormDialog>
  );
}
