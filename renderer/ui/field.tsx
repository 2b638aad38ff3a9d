import type { ReactNode, Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** One sentence under the field. */
  readonly help?: ReactNode;
  /** What is wrong and what to write instead. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** Lines; more than one gives a text area. */
  readonly lines?: number;
  readonly mono?: boolean;
  readonly onEnter?: () => void;
  readonly disabled?: boolean;
  readonly hideLabel?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly maxLength?: number;
}

export function Field(props: FieldProps) {
  const { label, value, onChange, help, error, lines = 1, onEnter } = props;
  const shape = {
    className: props.mono === true ? 'fl-input fl-mono' : 'fl-input',
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
    spellCheck: false,
  };
  return (
    <TextField
      className="fl-field"
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      isRequired={props.required ?? false}
      isDisabled={props.disabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.hideLabel === true ? { 'aria-label': label } : {})}
    >
      {props.hideLabel === true ? null : <Label className="fl-label">{label}</Label>}
      {lines > 1 ? (
        <TextArea {...shape} rows={lines} />
      ) : (
        <Input
          {...shape}
          {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || onEnter === undefined)
              return;
            event.preventDefault();
            onEnter();
          }}
        />
      )}
      {help === undefined ? null : (
        <Text slot="description" className="fl-field-help">
          {help}
        </Text>
      )}
      <FieldError className="fl-field-error">{error}</FieldError>
    </TextField>
  );
}
