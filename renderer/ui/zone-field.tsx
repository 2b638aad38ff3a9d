import type { ReactElement } from 'react';
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
import { countOf } from './number-text.ts';

const ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
];

const THIS_MACHINE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const zoneOption = ({ id }: { readonly id: string }): ReactElement => (
  <ListBoxItem id={id} className="fl-option" textValue={id}>
    {id}
  </ListBoxItem>
);

interface ZoneFieldProps {
  readonly zone: string | undefined;
  readonly onChange: (zone: string) => void;
  /** How many files need it, when several are asked about at once. */
  readonly files?: number;
}

/** The zone that local times without one are to be read in. No default: a wrong zone is worse than a question. */
export function ZoneField({ zone, onChange, files }: ZoneFieldProps) {
  return (
    <ComboBox
      className="fl-field"
      defaultItems={ZONES.map((id) => ({ id }))}
      value={zone ?? null}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key);
      }}
      menuTrigger="focus"
    >
      <Label className="fl-label">Zone of local times</Label>
      <div className="fl-combo">
        <Input className="fl-input" placeholder="Type a city or UTC" />
        <Pressable className="fl-button fl-button-quiet fl-icon-button fl-combo-open">
          <OpenIcon size={14} aria-hidden />
        </Pressable>
      </div>
      <Text slot="description" className="fl-field-help">
        {files === undefined
          ? 'The format writes local times without their zone.'
          : `${countOf(files, 'file writes', 'files write')} local times without their zone.`}{' '}
        Times read this way are marked as assumed. This machine is in {THIS_MACHINE}.
      </Text>
      <Popover className="fl-floating" offset={4}>
        <ListBox className="fl-options">{zoneOption}</ListBox>
      </Popover>
    </ComboBox>
  );
}
