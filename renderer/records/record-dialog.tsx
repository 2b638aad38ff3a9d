import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Shape } from '#shared/model/shape-fields.ts';
import type { CaseRecord, RecordOfType, RecordType } from '#shared/records/record-kinds.ts';
import { RECORD_KINDS } from '#shared/records/record-kinds.ts';
import { caseRecord } from '#shared/records/record-schema.ts';
import type { RecordEdit } from '#shared/records/record-schema.ts';
import type { OpBody } from '#shared/work/op.ts';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Field } from '#renderer/ui/field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { changeOf, draftOf, readField } from './draft.ts';
import type { AnyFieldSpec, Draft, FieldSpec } from './field-spec.ts';
import { addRecord, editRecord, newRecordId } from './record-acts.ts';
import { RecordField } from './record-field.tsx';
import './records.css';

interface RecordDialogProps<T extends RecordType> {
  readonly work: Work;
  readonly title: string;
  readonly fields: readonly FieldSpec<T>[];
  /** The record to change, or the fields that a new one begins with and the form does not ask for. */
  readonly start:
    | { readonly record: RecordOfType<T> }
    | { readonly type: T; readonly initial: Partial<RecordOfType<T>> };
  readonly close: () => void;
  /** Other acts that belong to this one and are undone with it. */
  readonly more?: (record: RecordOfType<T>) => readonly OpBody[];
  readonly onSaved?: (record: RecordOfType<T>) => void;
  /** Asks why, when these fields are changed. */
  readonly reasonFor?: readonly string[];
  /** Below the fields. */
  readonly children?: ReactNode;
}

/** A form for one record, made from the descriptions of its fields. Saves a new one, or only what was changed. */
export function RecordDialog<T extends RecordType>(props: RecordDialogProps<T>) {
  const { work, start, close } = props;
  const times = useSettings((settings) => settings.times);
  const record: CaseRecord | undefined = 'record' in start ? start.record : undefined;
  const type: RecordType = 'record' in start ? start.record.type : start.type;
  const kind: { readonly required: Shape } = RECORD_KINDS[type];
  const all = props.fields as unknown as readonly AnyFieldSpec[];
  const [draft, setDraft] = useState<Draft>(() =>
    draftOf(all, 'record' in start ? start.record : start.initial, times),
  );
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const fields = all.filter(({ when }) => when === undefined || when(draft));
  const reads = fields.map(
    (spec) => [spec, readField(type, spec, draft[spec.name], times)] as const,
  );
  const problems = new Map(
    reads.flatMap(([{ name }, read]) => ('problem' in read ? [[name, read.problem] as const] : [])),
  );
  const values = Object.fromEntries(
    reads.flatMap(([{ name }, read]) => ('value' in read ? [[name, read.value] as const] : [])),
  );
  const change = record === undefined ? {} : changeOf(record, values);
  const asksReason = (props.reasonFor ?? []).some((name) => name in change);

  const save = (): void => {
    setTried(true);
    if (problems.size > 0) return;
    const filled = Object.entries(values).filter(([, value]) => value !== undefined);
    const base = record ?? {
      id: newRecordId(),
      type,
      ...('initial' in start ? start.initial : {}),
    };
    const next = caseRecord.parse({
      ...without(base, fields),
      ...Object.fromEntries(filled),
    }) as RecordOfType<T>;
    const more = props.more?.(next) ?? [];
    if (record === undefined) addRecord(work, next, more);
    else {
      const edit = { type, record: record.id, change } as Omit<RecordEdit, 'kind'>;
      editRecord(work, edit, { more, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
    }
    props.onSaved?.(next);
    close();
  };

  return (
    <FormDialog title={props.title} onAct={save} close={close}>
      <div className="fl-form">
        {fields.map((spec, index) => (
          <div key={spec.name} className={classNames(isWide(spec) && 'fl-form-wide')}>
            <RecordField
              spec={spec}
              value={draft[spec.name]}
              onChange={(value) => setDraft((now) => ({ ...now, [spec.name]: value }))}
              problem={tried ? problems.get(spec.name) : undefined}
              optional={kind.required[spec.name] === undefined}
              autoFocus={index === 0}
              self={record?.id}
              onEnter={save}
            />
          </div>
        ))}
        {asksReason ? (
          <div className="fl-form-wide">
            <Field
              label="Why"
              value={reason}
              onChange={setReason}
              help="Kept with the change, for those who ask later."
              onEnter={save}
            />
          </div>
        ) : null}
        {props.children}
      </div>
    </FormDialog>
  );
}

const WIDE: ReadonlySet<AnyFieldSpec['input']> = new Set(['prose', 'lines', 'events', 'choices']);

const isWide = (spec: AnyFieldSpec): boolean =>
  spec.wide ?? (WIDE.has(spec.input) || spec.name === 'title');

/** The record without the fields that the form asks for: what they say comes from the form alone. */
function without(record: object, fields: readonly AnyFieldSpec[]): object {
  const asked = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(record).filter(([name]) => !asked.has(name)));
}
