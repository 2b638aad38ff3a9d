import { useState } from 'react';
import type { Entity } from '#shared/records/kinds/entity.ts';
import type { Work } from '#renderer/state/work.ts';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { split } from '../entity-acts.ts';

interface SplitDialogProps {
  readonly work: Work;
  readonly record: Entity;
  readonly alias: string;
  readonly close: () => void;
}

/** Makes an alias an entity of its own again, with whatever was said of it before. */
export function SplitDialog({ work, record, alias, close }: SplitDialogProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const why = reason.trim();
  const save = (): void => {
    setTried(true);
    if (why === '') return;
    split(work, record, alias, why);
    close();
  };
  return (
    <FormDialog
      title={`Split ${visibleLine(alias)} from ${visibleLine(record.label ?? record.value)}`}
      size="small"
      act="Split"
      onAct={save}
      close={close}
    >
      <Field
        label="Why are they two?"
        value={reason}
        onChange={setReason}
        error={tried && why === '' ? 'Say why they are not one.' : undefined}
        placeholder="Two people of one name; see the directory"
        required
        autoFocus
        maxLength={2_000}
        onEnter={save}
      />
    </FormDialog>
  );
}
