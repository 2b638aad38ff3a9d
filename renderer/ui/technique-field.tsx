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
import { TECHNIQUE_ID, TECHNIQUES, techniqueById } from '#shared/model/attack.ts';
import { OpenIcon } from './icons.ts';
import './field.css';
import './menu.css';

interface Option {
  readonly id: string;
  readonly label: string;
}

const OPTIONS: readonly Option[] = TECHNIQUES.filter(
  ({ replacedBy }) => replacedBy === undefined,
).map(({ id, name }) => ({ id, label: `${id} ${name}` }));

const option = ({ id, label }: Option): ReactElement => (
  <ListBoxItem id={id} className="fl-option" textValue={label}>
    {label}
  </ListBoxItem>
);

interface TechniqueFieldProps {
  /** Empty for none. */
  readonly technique: string;
  readonly onChange: (technique: string) => void;
}

/** An ATT&CK technique by id or name; an id that the built-in list does not name can be typed as well. */
export function TechniqueField({ technique, onChange }: TechniqueFieldProps) {
  const known = techniqueById(technique);
  const replaced = known?.replacedBy;
  return (
    <ComboBox
      className="fl-field"
      defaultItems={OPTIONS}
      allowsCustomValue
      defaultInputValue={known === undefined ? technique : `${known.id} ${known.name}`}
      onInputChange={(text) => {
        const id = text.trim().split(' ')[0]?.toUpperCase() ?? '';
        if (id === '' || TECHNIQUE_ID.test(id)) onChange(id);
      }}
      menuTrigger="focus"
    >
      <Label className="fl-label">ATT&amp;CK technique</Label>
      <div className="fl-combo">
        <Input className="fl-input" placeholder="T1059.001, or a word of its name" />
        <Pressable className="fl-button fl-button-quiet fl-icon-button fl-combo-open">
          <OpenIcon size={14} aria-hidden />
        </Pressable>
      </div>
      {replaced === undefined ? null : (
        <Text slot="description" className="fl-field-help">
          ATT&amp;CK now calls this {replaced}.
        </Text>
      )}
      <Popover className="fl-floating" offset={4}>
        <ListBox className="fl-options">{option}</ListBox>
      </Popover>
    </ComboBox>
  );
}
