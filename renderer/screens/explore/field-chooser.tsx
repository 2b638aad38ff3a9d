import type { ReactElement } from 'react';
import { useMemo } from 'react';
import {
  Button as Pressable,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { useRead } from '#renderer/bridge/use-read.ts';
import { OpenIcon } from '#renderer/ui/icons.ts';

const option = ({ id }: { readonly id: string }): ReactElement => (
  <ListBoxItem id={id} className="fl-option" textValue={id}>
    {id}
  </ListBoxItem>
);

interface FieldChooserProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** Offered before the fields. */
  readonly also?: string;
  readonly field: string;
  readonly onChange: (field: string) => void;
}

/** Any field of the case, by its name. */
export function FieldChooser({
  label,
  hideLabel = false,
  also,
  field,
  onChange,
}: FieldChooserProps) {
  const { data } = useRead('events.fields', {});
  const items = useMemo(
    () =>
      [
        ...new Set([
          ...(also === undefined ? [] : [also]),
          ...(data ?? []).map(({ name }) => name),
          field,
        ]),
      ].map((name) => ({ id: name })),
    [data, field, also],
  );
  return (
    <ComboBox
      className="fl-field fl-field-inline"
      defaultItems={items}
      value={field}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
      menuTrigger="focus"
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {hideLabel ? null : <Label className="fl-label">{label}</Label>}
      <div className="fl-combo">
        <Input className="fl-input fl-mono" spellCheck={false} />
        <Pressable className="fl-button fl-button-quiet fl-icon-button fl-combo-open">
          <OpenIcon size={14} aria-hidden />
        </Pressable>
      </div>
      <Popover className="fl-floating" offset={4}>
        <ListBox className="fl-options">{option}</ListBox>
      </Popover>
    </ComboBox>
  );
}
