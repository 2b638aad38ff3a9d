import type { RecordType } from '#shared/records/record-kinds.ts';
import { recordTitle } from '#shared/records/record-kinds.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Checkbox, Segments, Select } from '#renderer/ui/choice.tsx';
import { ComboField } from '#renderer/ui/combo-field.tsx';
import type { ComboOption } from '#renderer/ui/combo-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { TechniqueField } from '#renderer/ui/technique-field.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { CitedList } from './cited-list.tsx';
import type { AnyFieldSpec, DraftValue } from './field-spec.ts';
import { PersonField, PeopleField } from './person-field.tsx';
import { SeveralField } from './several-field.tsx';
import { useRecordList } from './use-records.ts';

export interface RecordFieldProps {
  readonly spec: AnyFieldSpec;
  readonly value: DraftValue | undefined;
  readonly onChange: (value: DraftValue) => void;
  readonly problem?: string | undefined;
  readonly optional: boolean;
  readonly autoFocus: boolean;
  /** The record being changed, which cannot be chosen in its own fields. */
  readonly self?: string | undefined;
  readonly onEnter: () => void;
}

const NONE = { id: '', label: '—' };

/** The input that a field's description asks for. */
export function RecordField(props: RecordFieldProps) {
  const { spec, value, onChange, problem, optional, autoFocus, onEnter } = props;
  const times = useSettings((settings) => settings.times);
  const { label, help } = spec;
  const text = typeof value === 'string' ? value : '';
  const list: readonly string[] = Array.isArray(value) ? value : [];
  const common = { label, error: problem, ...(help === undefined ? {} : { help }) };
  switch (spec.input) {
    case 'choice': {
      const choices = optional ? [NONE, ...spec.choices] : spec.choices;
      const Picker = spec.segments === true ? Segments : Select;
      return <Picker label={label} value={text} choices={choices} onChange={onChange} />;
    }
    case 'choices':
      return (
        <SeveralField
          label={label}
          values={list}
          options={spec.choices}
          onChange={onChange}
          error={problem}
        />
      );
    case 'flag':
      return (
        <Checkbox checked={value === true} onChange={onChange}>
          {label}
        </Checkbox>
      );
    case 'person':
      return <PersonField {...common} value={text} onChange={onChange} />;
    case 'people':
      return <PeopleField label={label} values={list} onChange={onChange} />;
    case 'record':
      return (
        <OneRecordField
          spec={spec}
          self={props.self}
          value={text}
          onChange={onChange}
          problem={problem}
        />
      );
    case 'records':
      return (
        <RecordsField
          spec={spec}
          self={props.self}
          values={list}
          onChange={onChange}
          problem={problem}
        />
      );
    case 'technique':
      return <TechniqueField technique={text} onChange={onChange} />;
    case 'events':
      return <CitedList label={label} events={list} onChange={onChange} />;
    case 'line':
      if (spec.suggestions !== undefined) {
        return (
          <ComboField
            {...common}
            options={spec.suggestions.map((id) => ({ id, label: visibleLine(id) }))}
            free={{ text, onText: onChange }}
            {...(spec.placeholder === undefined ? {} : { placeholder: spec.placeholder })}
          />
        );
      }
      return (
        <Field
          {...common}
          value={text}
          onChange={onChange}
          autoFocus={autoFocus}
          onEnter={onEnter}
          mono={spec.mono ?? false}
          {...(spec.placeholder === undefined ? {} : { placeholder: spec.placeholder })}
        />
      );
    case 'prose':
    case 'lines':
      return (
        <Field
          {...common}
          value={text}
          onChange={onChange}
          autoFocus={autoFocus}
          lines={(spec.input === 'prose' ? spec.lines : undefined) ?? 4}
          {...(spec.placeholder === undefined ? {} : { placeholder: spec.placeholder })}
        />
      );
    case 'time':
      return (
        <Field
          {...common}
          label={`${label} (${times === 'utc' ? 'UTC' : 'local time'})`}
          placeholder="2026-05-13 11:40"
          value={text}
          onChange={onChange}
          autoFocus={autoFocus}
          onEnter={onEnter}
        />
      );
    case 'number':
    case 'bytes':
    case 'money':
      return (
        <Field
          {...common}
          value={text}
          onChange={onChange}
          autoFocus={autoFocus}
          onEnter={onEnter}
          placeholder={PLACEHOLDERS[spec.input]}
        />
      );
  }
}

const PLACEHOLDERS = { number: '12', bytes: '1.4 GB', money: '12,340.50' } as const;

interface OneRecordFieldProps {
  readonly spec: Extract<AnyFieldSpec, { input: 'record' }>;
  readonly self: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | undefined;
}

function OneRecordField({ spec, self, value, onChange, problem }: OneRecordFieldProps) {
  const options = useRecordOptions(spec.of, self);
  return (
    <ComboField
      label={spec.label}
      options={options}
      value={value === '' ? undefined : value}
      onChange={(id) => onChange(id ?? '')}
      placeholder="Type a part of its name"
      error={problem}
      {...(spec.help === undefined ? {} : { help: spec.help })}
    />
  );
}

interface RecordsFieldProps {
  readonly spec: Extract<AnyFieldSpec, { input: 'records' }>;
  readonly self: string | undefined;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly problem: string | undefined;
}

function RecordsField({ spec, self, values, onChange, problem }: RecordsFieldProps) {
  const options = useRecordOptions(spec.of, self);
  return (
    <SeveralField
      label={spec.label}
      values={values}
      options={options}
      onChange={onChange}
      error={problem}
    />
  );
}

function useRecordOptions(type: RecordType, self: string | undefined): readonly ComboOption[] {
  return useRecordList(type)
    .filter(({ id }) => id !== self)
    .map((record) => ({ id: record.id as string, label: visibleLine(recordTitle(record)) }));
}
