import type { ReactElement } from 'react';
import {
  Button as Pressable,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { OpenIcon } from '#renderer/ui/icons.ts';

const ZONES: readonly { readonly id: string }[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
].map((id) => ({ id }));

const option = ({ id }: { readonly id: string }): ReactElement => (
  <ListBoxItem id={id} className="fl-option" textValue={id}>
    {id}
  </ListBoxItem>
);

interface TimeZoneFieldProps {
  readonly zone: string;
  readonly onChange: (zone: string) => void;
  readonly disabled: boolean;
}

/** The zone in which a time was stated. */
export function TimeZoneField({ zone, onChange, disabled }: TimeZoneFieldProps) {
  return (
    <ComboBox
      className="fl-field"
      defaultItems={ZONES}
      value={zone}
      isDisabled={disabled}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
      menuTrigger="focus"
    >
      <Label className="fl-label">Time zone of what was stated</Label>
      <div className="fl-combo">
        <Input className="fl-input" placeholder="Type a city or UTC" />
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
