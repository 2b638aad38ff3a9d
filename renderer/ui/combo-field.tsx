import { use, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import {
  Button as Pressable,
  ComboBox,
  ComboBoxStateContext,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { OpenIcon } from './icons.ts';
import './button.css';
import './field.css';
import './menu.css';

export interface ComboOption {
  readonly id: string;
  readonly label: string;
}

interface ComboFieldProps {
  readonly label: string;
  readonly options: readonly ComboOption[];
  /** Id of the option chosen; undefined for none. */
  readonly value?: string | undefined;
  readonly onChange?: (id: string | undefined) => void;
  /** Any text may be typed: what stands in the field at first, and every change of it. */
  readonly free?: { readonly text: string; readonly onText: (text: string) => void };
  /** Empty again after each choice, closed and with the focus still in it: for choosing several. */
  readonly again?: boolean;
  readonly placeholder?: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly hideLabel?: boolean;
}

const option = ({ id, label }: ComboOption): ReactElement => (
  <ListBoxItem id={id} className="fl-option" textValue={label}>
    {label}
  </ListBoxItem>
);

/** A field with a list that narrows while one types. */
export function ComboField(props: ComboFieldProps) {
  const { label, options, value, onChange, free, help, error, again = false } = props;
  const [typed, setTyped] = useState('');
  // The list closes on a value that is new, so the last choice is one until something else is begun.
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <ComboBox
      className="fl-field"
      defaultItems={options}
      {...(free === undefined
        ? { value: again ? chosen : (value ?? null) }
        : {
            allowsCustomValue: true,
            defaultInputValue: free.text,
            onInputChange: free.onText,
          })}
      {...(again
        ? {
            inputValue: typed,
            onInputChange: (text: string) => {
              setTyped(text);
              setChosen(null);
            },
            onOpenChange: (isOpen: boolean) => {
              if (isOpen) setChosen(null);
            },
          }
        : {})}
      onChange={(key) => {
        const id = typeof key === 'string' ? key : undefined;
        if (again) setTyped('');
        // To leave the field is no choice, where there are several.
        if (again && id === undefined) return;
        if (again) setChosen(id ?? null);
        onChange?.(id);
      }}
      isDisabled={props.disabled ?? false}
      isInvalid={error !== undefined}
      // The focus comes back to a field for several when the last of them is taken out: that alone opens no list.
      menuTrigger={again ? 'input' : 'focus'}
      {...(props.hideLabel === true ? { 'aria-label': label } : {})}
    >
      {props.hideLabel === true ? null : <Label className="fl-label">{label}</Label>}
      <div className="fl-combo">
        <ComboInput placeholder={props.placeholder} />
        <Pressable className="fl-button fl-button-quiet fl-icon-button fl-combo-open">
          <OpenIcon size={14} aria-hidden />
        </Pressable>
      </div>
      {help === undefined ? null : (
        <Text slot="description" className="fl-field-help">
          {help}
        </Text>
      )}
      {error === undefined ? null : (
        <Text slot="errorMessage" className="fl-field-error">
          {error}
        </Text>
      )}
      <Popover className="fl-floating" offset={4}>
        <ListBox className="fl-options">{option}</ListBox>
      </Popover>
    </ComboBox>
  );
}

/** A list that has closed on a choice opens again by a click into the field, which has the focus already. */
function ComboInput({ placeholder }: { readonly placeholder: string | undefined }) {
  const state = use(ComboBoxStateContext);
  return (
    <Input
      className="fl-input"
      onClick={() => {
        if (state?.isOpen === false) state.open(null, 'manual');
      }}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}
