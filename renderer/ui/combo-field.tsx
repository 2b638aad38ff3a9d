import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import {
  Button as Pressable,
  ComboBox,
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
  /** Empty again after each choice, with the focus still in it: for choosing several. */
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
  return (
    <ComboBox
      className="fl-field"
      defaultItems={options}
      {...(free === undefined
        ? { value: value ?? null }
        : {
            allowsCustomValue: true,
            defaultInputValue: free.text,
            onInputChange: free.onText,
          })}
      {...(again ? { inputValue: typed, onInputChange: setTyped } : {})}
      onChange={(key) => {
        onChange?.(typeof key === 'string' ? key : undefined);
        if (again) setTyped('');
      }}
      isDisabled={props.disabled ?? false}
      isInvalid={error !== undefined}
      menuTrigger="focus"
      {...(props.hideLabel === true ? { 'aria-label': label } : {})}
    >
      {props.hideLabel === true ? null : <Label className="fl-label">{label}</Label>}
      <div className="fl-combo">
        <Input
          className="fl-input"
          {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        />
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
