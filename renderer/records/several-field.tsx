import { Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { ComboField } from '#renderer/ui/combo-field.tsx';
import type { ComboOption } from '#renderer/ui/combo-field.tsx';
import { IconButton } from '#renderer/ui/button.tsx';
import { CloseIcon } from '#renderer/ui/icons.ts';
import './records.css';

interface SeveralFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly options: readonly ComboOption[];
  readonly onChange: (values: readonly string[]) => void;
  /** What is wrong and what to choose instead. */
  readonly error?: string | undefined;
}

/** Several of a list: what is chosen as chips, more through a field that narrows. */
export function SeveralField({ label, values, options, onChange, error }: SeveralFieldProps) {
  const labels = new Map(options.map((option) => [option.id, option.label]));
  const left = options.filter(({ id }) => !values.includes(id));
  const remove = (gone: ReadonlySet<unknown>): void =>
    onChange(values.filter((value) => !gone.has(value)));
  return (
    <div className="fl-several">
      {values.length === 0 ? (
        <span className="fl-label">{label}</span>
      ) : (
        <TagGroup onRemove={remove}>
          <Label className="fl-label">{label}</Label>
          <TagList className="fl-several-chips">
            {values.map((value) => {
              const text = labels.get(value) ?? 'removed';
              return (
                <Tag key={value} id={value} textValue={text} className="fl-several-chip">
                  {text}
                  <IconButton
                    slot="remove"
                    size="small"
                    icon={CloseIcon}
                    label={`Take out ${text}`}
                  />
                </Tag>
              );
            })}
          </TagList>
        </TagGroup>
      )}
      {options.length === 0 ? (
        <p className="fl-faint">There is none to choose yet.</p>
      ) : (
        <ComboField
          again
          label={`Add to ${label.toLowerCase()}`}
          hideLabel
          options={left}
          placeholder={left.length === 0 ? 'No more to add' : 'Add…'}
          error={error}
          onChange={(id) => {
            if (id !== undefined) onChange([...values, id]);
          }}
        />
      )}
    </div>
  );
}
