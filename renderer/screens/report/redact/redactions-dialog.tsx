import { useMemo, useState } from 'react';
import type { Redaction } from '#shared/records/kinds/redaction.ts';
import type { WorkReport } from '#shared/work/work-state.ts';
import { redactionsOf } from '#shared/report/redaction/redactor.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { removeRecord } from '#renderer/records/record-acts.ts';
import { RecordDialog } from '#renderer/records/record-dialog.tsx';
import { useRecordList, useRecords } from '#renderer/records/use-records.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { AddIcon, RemoveIcon, RenameIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { closeDialog } from '../report-dialogs.ts';
import { REDACTION_FIELDS } from './redaction-fields.ts';
import './redact.css';

interface RedactionsDialogProps {
  readonly work: Work;
  readonly report: WorkReport;
}

const HOW = { entity: 'every form of', pattern: 'what matches', text: 'the text' } as const;

/** What is not to be shown when the report goes out, and how many places each takes out of it now. */
export function RedactionsDialog({ work, report }: RedactionsDialogProps) {
  const records = useRecords('redaction');
  const redactions = useMemo(() => redactionsOf(records.values(), report.id), [records, report.id]);
  const { data, error } = useRead('report.release', { report: report.id });
  const [form, setForm] = useState<'new' | Redaction>();
  const readOnly = work.info.readOnly !== undefined;
  if (form !== undefined) {
    return (
      <RedactionForm
        work={work}
        {...(form === 'new' ? {} : { record: form })}
        close={() => setForm(undefined)}
      />
    );
  }
  const places = new Map((data?.redactions ?? []).map((one) => [one.record, one.places]));
  return (
    <Dialog
      title="Redactions"
      open
      size="wide"
      onClose={closeDialog}
      actions={
        <>
          <Button icon={AddIcon} isDisabled={readOnly} onPress={() => setForm('new')}>
            Add a redaction…
          </Button>
          <Button variant="primary" onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      {error === null ? null : <Notice tone="critical">{failureOf(error).message}</Notice>}
      {redactions.length === 0 ? (
        <p className="fl-muted">
          Nothing is redacted. A redaction takes a name, a pattern or a text out of every exported
          form of the report: its text, its titles, its metadata and its proof pack. The case itself
          is not changed.
        </p>
      ) : (
        <ul className="fl-redactions">
          {redactions.map((one) => (
            <li key={one.id}>
              <div className="fl-redaction-text">
                <strong>{visibleLine(one.title)}</strong>
                <span className="fl-faint">
                  {HOW[one.by]} <code className="fl-evidence-text">{visibleLine(one.what)}</code>{' '}
                  becomes <span className="fl-redaction-label">{visibleLine(one.label)}</span>
                </span>
              </div>
              <span className="fl-redaction-count">{countText(places.get(one.id))}</span>
              <IconButton
                icon={RenameIcon}
                label={`Change: ${visibleLine(one.title)}`}
                isDisabled={readOnly}
                onPress={() => setForm(one)}
              />
              <IconButton
                icon={RemoveIcon}
                label={`Remove: ${visibleLine(one.title)}`}
                isDisabled={readOnly}
                onPress={() => removeRecord(work, 'redaction', one.id)}
              />
            </li>
          ))}
        </ul>
      )}
      {data === undefined || data.redactedCitations === 0 ? null : (
        <p className="fl-muted">
          {countOf(data.redactedCitations, 'cited event is', 'cited events are')} not shown whole.
          The proof pack says which; their records are proven all the same. The file’s own name is
          yours to choose: it is not redacted.
        </p>
      )}
    </Dialog>
  );
}

const countText = (places: number | undefined): string =>
  places === undefined ? '' : places === 0 ? 'nowhere' : countOf(places, 'place');

interface RedactionFormProps {
  readonly work: Work;
  readonly record?: Redaction;
  readonly close: () => void;
}

function RedactionForm({ work, record, close }: RedactionFormProps) {
  const entities = useRecordList('entity');
  return (
    <RecordDialog
      work={work}
      title={record === undefined ? 'New redaction' : 'Change the redaction'}
      fields={REDACTION_FIELDS}
      start={
        record === undefined
          ? { type: 'redaction', initial: { by: 'text', label: '[redacted]', what: '' } }
          : { record }
      }
      close={close}
      more={({ id, by, entity }) => {
        // What an entity is called is kept with the redaction, should the entity be removed.
        const named = entities.find((one) => one.id === entity);
        if (by !== 'entity' || named === undefined) return [];
        const change = { what: named.value };
        return [{ kind: 'record.edit', type: 'redaction', record: id, change }];
      }}
    />
  );
}
