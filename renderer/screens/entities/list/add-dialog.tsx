import { useState } from 'react';
import { entityKey } from '#shared/entities/entity-key.ts';
import { untold } from '#shared/entities/untold.ts';
import type { EntityKind } from '#shared/records/kinds/entity.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Select } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { KIND_CHOICES } from '#renderer/entities/words.ts';

interface AddDialogProps {
  readonly work: Work;
  readonly onAdded: (id: string) => void;
  readonly close: () => void;
}

/** Names an entity that no event names, or that is to be kept in view whatever events say. */
export function AddDialog({ work, onAdded, close }: AddDialogProps) {
  const [kind, setKind] = useState<EntityKind>('host');
  const [value, setValue] = useState('');
  const [tried, setTried] = useState(false);
  const text = value.trim();
  const save = (): void => {
    setTried(true);
    if (text === '') return;
    const entity = { kind, value: text };
    // Added twice it is the same record, and nothing happens.
    void tellDone(work, work.act({ kind: 'record.add', record: untold(entity) }));
    onAdded(entityKey(entity));
    close();
  };
  return (
    <FormDialog title="New entity" size="small" onAct={save} close={close}>
      <Select label="Kind" value={kind} choices={KIND_CHOICES} onChange={setKind} />
      <Field
        label="Name or value"
        value={value}
        onChange={setValue}
        error={tried && text === '' ? 'Write it as the evidence would.' : undefined}
        placeholder="backup02.corp.example"
        required
        autoFocus
        mono
        maxLength={4_000}
        onEnter={save}
      />
    </FormDialog>
  );
}
