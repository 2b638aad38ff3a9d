import { useState } from 'react';
import { entityId } from '#shared/entities/entity-key.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import { rehearsalText } from '#shared/entities/rehearsal.ts';
import type { Rehearsal } from '#shared/entities/rehearsal.ts';
import { untold } from '#shared/entities/untold.ts';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { followAction } from '#shared/response/actions/action-item.ts';
import type { OpBody } from '#shared/work/op.ts';
import { newRecordId } from '#renderer/records/record-acts.ts';
import { useRecordList } from '#renderer/records/use-records.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';
import { Select } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';

interface SaveRehearsalDialogProps {
  readonly work: Work;
  readonly row: EntityRow;
  readonly rehearsal: Rehearsal;
  readonly labelOf: (entity: EntityRef) => string;
  readonly close: () => void;
}

const NEW = 'new';

/** Keeps the rehearsal as the result of a planned containment action, there already or made now: one act. */
export function SaveRehearsalDialog(props: SaveRehearsalDialogProps) {
  const { work, row, rehearsal, labelOf, close } = props;
  const planned = useRecordList('action').filter(
    ({ kind, state }) => kind === 'containment' && state === 'planned',
  );
  const own = planned.find(({ entity }) => entity === entityId(row));
  const [into, setInto] = useState<string>(own?.id ?? NEW);
  const verb = row.kind === 'host' ? 'Isolate' : 'Disable';
  const [title, setTitle] = useState(`${verb} ${row.label}`.slice(0, 500).trim());
  const [tried, setTried] = useState(false);
  const missing = into === NEW && title.trim() === '';
  const save = (): void => {
    setTried(true);
    if (missing) return;
    const result = rehearsalText(rehearsal, labelOf);
    const known = planned.find(({ id }) => id === into);
    void tellDone(
      work,
      work.actAll(
        known === undefined
          ? added(row, title.trim(), result)
          : [
              { kind: 'record.edit', type: 'action', record: known.id, change: { result } },
              ...followAction(known, { ...known, result }, work.store.getState().state),
            ],
      ),
    );
    close();
  };
  return (
    <FormDialog title="Keep the rehearsal" size="small" onAct={save} close={close}>
      <Select
        label="With the planned action"
        value={into}
        choices={[
          { id: NEW, label: 'A new one' },
          ...planned.map(({ id, title: name }) => ({ id: id as string, label: visibleLine(name) })),
        ]}
        onChange={setInto}
      />
      {into === NEW ? (
        <Field
          label="What is planned"
          value={title}
          onChange={setTitle}
          error={tried && missing ? 'Say what is planned.' : undefined}
          required
          maxLength={500}
          onEnter={save}
        />
      ) : (
        <p className="fl-faint">
          The result that stands there now is replaced; Undo brings it back.
        </p>
      )}
    </FormDialog>
  );
}

function added(row: EntityRow, title: string, result: string): readonly OpBody[] {
  const record: ResponseAction = {
    id: newRecordId(),
    type: 'action',
    title,
    kind: 'containment',
    state: 'planned',
    where: row.label.slice(0, 1_000),
    entity: row.record?.id ?? entityId(row),
    result,
  };
  return [
    ...(row.record === undefined ? [{ kind: 'record.add', record: untold(row) } as const] : []),
    { kind: 'record.add', record },
  ];
}
