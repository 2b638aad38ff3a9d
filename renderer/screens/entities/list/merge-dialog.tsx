import { useMemo, useState } from 'react';
import { aliasHints } from '#shared/entities/alias-hints.ts';
import type { Work } from '#renderer/state/work.ts';
import { ComboField } from '#renderer/ui/combo-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { merge } from '../entity-acts.ts';
import { optionsOf } from '../entity-options.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';

interface MergeDialogProps {
  readonly work: Work;
  readonly row: EntityRow;
  readonly rows: readonly EntityRow[];
  /** Proposed already. */
  readonly into?: EntityRow | undefined;
  readonly onMerged: (into: EntityRow) => void;
  readonly close: () => void;
}

/** Makes two entities one: what is chosen here keeps its name, the other becomes an alias. */
export function MergeDialog({ work, row, rows, into, onMerged, close }: MergeDialogProps) {
  const [chosen, setChosen] = useState(into?.id);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const others = useMemo(
    () => rows.filter(({ kind, id }) => kind === row.kind && id !== row.id),
    [rows, row],
  );
  const options = useMemo(() => {
    const hinted = aliasHints(row, others).map(({ other }) => other);
    return optionsOf([...(into === undefined ? [] : [into]), ...hinted, ...others]);
  }, [row, others, into]);
  const target = others.find(({ id }) => id === chosen);
  const why = reason.trim();
  const save = (): void => {
    setTried(true);
    if (target === undefined || why === '') return;
    merge(work, row, target, why);
    onMerged(target);
    close();
  };
  return (
    <FormDialog
      title={`Merge ${visibleLine(row.label)}`}
      size="small"
      act="Merge"
      onAct={save}
      close={close}
    >
      <ComboField
        label="It is the same as"
        options={options}
        value={chosen}
        onChange={setChosen}
        placeholder="Type part of its name"
        help="That one keeps its name and verdict; this one becomes an alias of it. They can be split again."
        error={tried && target === undefined ? 'Choose the other one.' : undefined}
      />
      <Field
        label="How that is known"
        value={reason}
        onChange={setReason}
        error={tried && why === '' ? 'Say how it is known that they are one.' : undefined}
        placeholder="One SID in both logs"
        required
        maxLength={2_000}
        onEnter={save}
      />
    </FormDialog>
  );
}
