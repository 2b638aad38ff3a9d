import { useState } from 'react';
import type { Person } from '#shared/records/kinds/person.ts';
import { saved } from '#renderer/state/work-acts.ts';
import { useWork } from '#renderer/state/work-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { ComboField } from '#renderer/ui/combo-field.tsx';
import { AddIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { newRecordId } from './record-acts.ts';
import { SeveralField } from './several-field.tsx';
import { useRecordList } from './use-records.ts';
import './records.css';

interface PersonFieldProps {
  readonly label: string;
  /** Id of a person; empty for nobody. */
  readonly value: string;
  readonly onChange: (person: string) => void;
  readonly help?: string;
  readonly error?: string | undefined;
}

/** Somebody of the case's people; a name that is not among them can be added on the spot. */
export function PersonField({ label, value, onChange, help, error }: PersonFieldProps) {
  const work = useWork();
  const people = usePeopleOptions();
  const known = people.find(({ id }) => id === value);
  const [text, setText] = useState(known?.label ?? '');
  // The field starts anew when somebody is added, with that name in it.
  const [round, setRound] = useState(0);
  const typed = text.trim();
  const unknown = typed !== '' && !people.some((person) => person.label === typed);
  const add = (): void => {
    const person: Person = { id: newRecordId(), type: 'person', name: typed, role: 'other' };
    void saved(work.act({ kind: 'record.add', record: person }));
    onChange(person.id);
    setRound(round + 1);
  };
  return (
    <div className="fl-person-field">
      <ComboField
        key={round}
        label={label}
        options={people}
        placeholder="Type a name"
        free={{
          text,
          onText: (next) => {
            setText(next);
            onChange(people.find((person) => person.label === next.trim())?.id ?? '');
          },
        }}
        error={error}
        {...(help === undefined ? {} : { help })}
      />
      {unknown ? (
        <Button size="small" icon={AddIcon} onPress={add}>
          Add {visibleLine(typed)} to the people
        </Button>
      ) : null}
    </div>
  );
}

interface PeopleFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (people: readonly string[]) => void;
}

/** Several of the case's people. */
export function PeopleField({ label, values, onChange }: PeopleFieldProps) {
  const people = usePeopleOptions();
  const known = people.filter(({ id }) => values.includes(id)).map(({ id }) => id);
  return (
    <>
      <SeveralField label={label} values={known} options={people} onChange={onChange} />
      <AddPerson onAdded={(id) => onChange([...known, id])} />
    </>
  );
}

/** A name to be added to the people at once. */
function AddPerson({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button variant="quiet" size="small" icon={AddIcon} onPress={() => setAsked(true)}>
        Somebody else…
      </Button>
    );
  }
  return (
    <PersonField
      label="Somebody else"
      value=""
      onChange={(id) => {
        if (id === '') return;
        setAsked(false);
        onAdded(id);
      }}
    />
  );
}

const usePeopleOptions = () =>
  useRecordList('person')
    .map(({ id, name }) => ({ id: id as string, label: name }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
