import { TECHNIQUE_ID, TECHNIQUES, techniqueById } from '#shared/model/attack.ts';
import { ComboField } from './combo-field.tsx';
import type { ComboOption } from './combo-field.tsx';

const OPTIONS: readonly ComboOption[] = TECHNIQUES.filter(
  ({ replacedBy }) => replacedBy === undefined,
).map(({ id, name }) => ({ id, label: `${id} ${name}` }));

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
    <ComboField
      label="ATT&CK technique"
      options={OPTIONS}
      placeholder="T1059.001, or a word of its name"
      free={{
        text: known === undefined ? technique : `${known.id} ${known.name}`,
        onText: (text) => {
          const id = text.trim().split(' ')[0]?.toUpperCase() ?? '';
          if (id === '' || TECHNIQUE_ID.test(id)) onChange(id);
        },
      }}
      {...(replaced === undefined ? {} : { help: `ATT&CK now calls this ${replaced}.` })}
    />
  );
}
