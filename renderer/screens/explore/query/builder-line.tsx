import type { BuilderRow } from '#shared/query/builder.ts';
import { OPERATORS } from '#shared/query/builder.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { CloseIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { FieldChooser } from '../field-chooser.tsx';

interface BuilderLineProps {
  readonly row: BuilderRow;
  readonly index: number;
  readonly onChange: (row: BuilderRow) => void;
  readonly onRemove: () => void;
  readonly onEnter: () => void;
}

/** Stands among the fields for all of an event's text. */
const ANYWHERE = 'anywhere';

const SENSES = [
  { id: 'with', label: 'with' },
  { id: 'without', label: 'without' },
] as const;

/** One condition: with or without, which field, how compared, with what. */
export function BuilderLine({ row, index, onChange, onRemove, onEnter }: BuilderLineProps) {
  const nth = `condition ${String(index + 1)}`;
  return (
    <li className="fl-builder-line">
      {row.kind === 'written' ? (
        <code className="fl-builder-written">{visibleLine(row.text)}</code>
      ) : (
        <Editable row={row} nth={nth} onChange={onChange} onEnter={onEnter} />
      )}
      <IconButton size="small" icon={CloseIcon} label={`Remove ${nth}`} onPress={onRemove} />
    </li>
  );
}

interface EditableProps {
  readonly row: Exclude<BuilderRow, { kind: 'written' }>;
  readonly nth: string;
  readonly onChange: (row: BuilderRow) => void;
  readonly onEnter: () => void;
}

function Editable({ row, nth, onChange, onEnter }: EditableProps) {
  const { negated, value } = row;
  const toField = (field: string): void =>
    onChange(
      field === ANYWHERE
        ? { kind: 'text', negated, value }
        : {
            kind: 'field',
            negated,
            field,
            operator: row.kind === 'field' ? row.operator : 'is',
            value,
          },
    );
  return (
    <>
      <Select
        label={`With or without, ${nth}`}
        hideLabel
        value={negated ? 'without' : 'with'}
        choices={SENSES}
        onChange={(sense) => onChange({ ...row, negated: sense === 'without' })}
      />
      <FieldChooser
        label={`Field, ${nth}`}
        hideLabel
        also={ANYWHERE}
        field={row.kind === 'text' ? ANYWHERE : row.field}
        onChange={toField}
      />
      {row.kind === 'text' ? (
        <span className="fl-builder-word">the text</span>
      ) : (
        <Select
          label={`Comparison, ${nth}`}
          hideLabel
          value={row.operator}
          choices={OPERATORS}
          onChange={(operator) => onChange({ ...row, operator })}
        />
      )}
      {row.kind === 'field' && row.operator === 'exists' ? (
        <span className="fl-builder-word">with any value</span>
      ) : (
        <Field
          label={`Value, ${nth}`}
          hideLabel
          mono
          value={value}
          onChange={(next) => onChange({ ...row, value: next })}
          onEnter={onEnter}
        />
      )}
    </>
  );
}
