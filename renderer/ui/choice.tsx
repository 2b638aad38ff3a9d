import type { Key } from 'react-aria-components';
import {
  Button as Pressable,
  Checkbox as Box,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  Select as Picker,
  SelectValue,
  Switch as Toggle,
} from 'react-aria-components';
import type { ReactNode } from 'react';
import { DoneIcon, FilterOutIcon, OpenIcon } from './icons.ts';
import './button.css';
import './field.css';
import './menu.css';

export interface Choice<T extends string> {
  readonly id: T;
  readonly label: string;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
}

const pick = <T extends string>(choices: readonly Choice<T>[], key: Key | null): T | undefined =>
  choices.find(({ id }) => id === key)?.id;

/** Two to five choices, all visible. */
export function Segments<T extends string>(props: ChoiceProps<T>) {
  return (
    <RadioGroup
      className="fl-choice"
      orientation="horizontal"
      value={props.value}
      onChange={(key) => {
        const chosen = pick(props.choices, key);
        if (chosen !== undefined) props.onChange(chosen);
      }}
      {...(props.hideLabel === true ? { 'aria-label': props.label } : {})}
    >
      {props.hideLabel === true ? null : <Label className="fl-label">{props.label}</Label>}
      <div className="fl-segments">
        {props.choices.map(({ id, label }) => (
          <Radio key={id} value={id} className="fl-segment">
            {label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** One of many, in a list that opens. */
export function Select<T extends string>(props: ChoiceProps<T>) {
  return (
    <Picker
      className="fl-choice"
      value={props.value}
      onChange={(key) => {
        const chosen = pick(props.choices, key);
        if (chosen !== undefined) props.onChange(chosen);
      }}
      {...(props.hideLabel === true ? { 'aria-label': props.label } : {})}
    >
      {props.hideLabel === true ? null : <Label className="fl-label">{props.label}</Label>}
      <Pressable className="fl-button fl-button-plain fl-button-normal fl-select-button">
        <SelectValue />
        <OpenIcon size={14} aria-hidden />
      </Pressable>
      <Popover className="fl-floating" offset={4}>
        <ListBox className="fl-options">
          {props.choices.map(({ id, label }) => (
            <ListBoxItem key={id} id={id} className="fl-option" textValue={label}>
              {label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Picker>
  );
}

interface CheckProps {
  readonly checked: boolean;
  readonly mixed?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children?: ReactNode;
  readonly label?: string;
  readonly disabled?: boolean;
}

export function Checkbox({
  checked,
  mixed = false,
  onChange,
  children,
  label,
  disabled,
}: CheckProps) {
  return (
    <Box
      className="fl-check"
      isSelected={checked}
      isIndeterminate={mixed}
      onChange={onChange}
      isDisabled={disabled ?? false}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className="fl-check-box" aria-hidden>
        {mixed ? (
          <FilterOutIcon size={11} strokeWidth={3} />
        ) : checked ? (
          <DoneIcon size={11} strokeWidth={3} />
        ) : null}
      </span>
      {children}
    </Box>
  );
}

export function Switch({ checked, onChange, children, label, disabled }: CheckProps) {
  return (
    <Toggle
      className="fl-switch"
      isSelected={checked}
      onChange={onChange}
      isDisabled={disabled ?? false}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className="fl-switch-track" aria-hidden />
      {children}
    </Toggle>
  );
}
