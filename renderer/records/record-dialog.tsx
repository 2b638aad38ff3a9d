import { useEffect, useRef, useState } from 'react';
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
import type { AnyFieldSpec, Draft, FieldName, FieldSpec } from './field-spec.ts';
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
  /** What is wrong with the record as a whole, where each field by itself is right: said at a field, and not saved. */
  readonly refuse?: (
    record: RecordOfType<T>,
    changed: ReadonlySet<string>,
  ) => Refusal<T> | undefined;
  /** Below the fields. */
  readonly children?: ReactNode;
}

export interface Refusal<T extends RecordType> {
  readonly field: FieldName<T>;
  readonly problem: string;
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
  const [newId] = useState(newRecordId);
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [tries]);
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

  const recordWritten = (): RecordOfType<T> => {
    const filled = Object.entries(values).filter(([, value]) => value !== undefined);
    const base = record ?? { id: newId, type, ...('initial' in start ? start.initial : {}) };
    return caseRecord.parse({
      ...without(base, fields),
      ...Object.fromEntries(filled),
    }) as RecordOfType<T>;
  };
  const refusal =
    props.refuse === undefined || problems.size > 0
      ? undefined
      : props.refuse(recordWritten(), new Set(Object.keys(change)));
  const problemAt = (name: string): string | undefined =>
    refusal?.field === name ? refusal.problem : tries > 0 ? problems.get(name) : undefined;

  const save = (): void => {
    setTries(tries + 1);
    if (problems.size > 0 || refusal !== undefined) return;
    const next = recordWritten();
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
      <div className="fl-form" ref={form}>
        {fields.map((spec, index) => (
          <div key={spec.name} className={classNames(isWide(spec) && 'fl-form-wide')}>
            <RecordField
              spec={spec}
              value={draft[spec.name]}
              onChange={(value) => setDraft((now) => ({ ...now, [spec.name]: value }))}
              problem={problemAt(spec.name)}
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
