import { use, useMemo } from 'react';
import { TECHNIQUE_ID } from '#shared/model/attack.ts';
import { ComboField } from './combo-field.tsx';
import type { ComboOption } from './combo-field.tsx';
import { KnownTechniques } from './known-techniques.ts';

interface TechniqueFieldProps {
  /** Empty for none. */
  readonly technique: string;
  readonly onChange: (technique: string) => void;
}

/** An ATT&CK technique by id or name; an id that is not among those known can be typed as well. */
export function TechniqueField({ technique, onChange }: TechniqueFieldProps) {
  const techniques = use(KnownTechniques);
  const options = useMemo(
    (): readonly ComboOption[] =>
      techniques
        .filter(({ replacedBy }) => replacedBy === undefined)
        .map(({ id, name }) => ({ id, label: `${id} ${name}` })),
    [techniques],
  );
  const known = techniques.find(({ id }) => id === technique);
  const replaced = known?.replacedBy;
  return (
    <ComboField
      label="ATT&CK technique"
      options={options}
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
