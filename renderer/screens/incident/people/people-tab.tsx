import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Person } from '#shared/records/kinds/person.ts';
import { PERSON_ROLES } from '#shared/records/kinds/person.ts';
import { ROLE_WORDS } from '#shared/response/incident-words.ts';
import { recordsOf } from '#shared/work/records.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import type { FieldSpec } from '#renderer/records/field-spec.ts';
import { useRecordPlace } from '#renderer/records/record-place.ts';
import type { RecordColumn } from '#renderer/records/record-rows.ts';
import { RecordView } from '#renderer/records/record-view.tsx';
import { useRecordList } from '#renderer/records/use-records.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import { cut } from '#renderer/ui/cut.tsx';
import { PeopleIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

const FIELDS: readonly FieldSpec<'person'>[] = [
  { name: 'name', label: 'Name', input: 'line', problem: 'Say who it is.' },
  {
    name: 'role',
    label: 'Role',
    input: 'choice',
    choices: PERSON_ROLES.map((id) => ({ id, label: ROLE_WORDS[id] })),
  },
  { name: 'organisation', label: 'Organisation', input: 'line', wide: true },
  { name: 'phone', label: 'Phone', input: 'line' },
  { name: 'email', label: 'E-mail', input: 'line' },
  {
    name: 'reachable',
    label: 'Reachable',
    input: 'line',
    wide: true,
    placeholder: 'Weekdays 07:00 to 17:00; at night over the exchange',
  },
  { name: 'notes', label: 'Notes', input: 'prose' },
];

const textColumn = (
  id: 'name' | 'organisation' | 'phone' | 'email' | 'reachable',
  title: string,
  width: number,
  grows = false,
): RecordColumn<Person> => ({
  id,
  title,
  width,
  grows,
  by: (person) => person[id],
  text: (person) => person[id] ?? '',
  render: (person) => cut(visibleLine(person[id] ?? '')),
});

const COLUMNS: readonly RecordColumn<Person>[] = [
  textColumn('name', 'Name', 210),
  {
    id: 'role',
    title: 'Role',
    width: 150,
    by: ({ role }) => PERSON_ROLES.indexOf(role),
    text: ({ role }) => ROLE_WORDS[role],
    render: ({ role }) => cut(ROLE_WORDS[role]),
  },
  textColumn('organisation', 'Organisation', 200),
  textColumn('phone', 'Phone', 150),
  textColumn('email', 'E-mail', 230),
  textColumn('reachable', 'Reachable', 200, true),
];

/** Who is in the response and how they are reached, by role. */
export function PeopleTab() {
  const people = useRecordList('person');
  const store = useRecordPlace('incident-people');
  const byRole = useMemo(
    () =>
      [...people].sort(
        (a, b) =>
          PERSON_ROLES.indexOf(a.role) - PERSON_ROLES.indexOf(b.role) || (a.name < b.name ? -1 : 1),
      ),
    [people],
  );
  return (
    <RecordView<'person'>
      type="person"
      label="People"
      records={byRole}
      fields={FIELDS}
      columns={COLUMNS}
      initial={() => ({ role: 'analyst' })}
      store={store}
      empty={{
        icon: PeopleIcon,
        title: 'Nobody is written down yet',
        text: 'Who leads, who decides, who must be told, and how each is reached at night. Tasks, decisions and communications name people from this list; a new name can be added there too.',
      }}
      details={namedIn}
    />
  );
}

const namedIn = ({ id }: Person): ReactNode => <PersonUse person={id} />;

function PersonUse({ person }: { readonly person: RecordId }) {
  const uses = usesOf(
    useWorkView(({ state }) => state),
    person,
  );
  return (
    <p className="fl-faint">
      {uses.length === 0 ? 'Named nowhere else yet.' : `Named in ${uses.join(', ')}.`}
    </p>
  );
}

/** Where a person is named; the name there follows a change here. */
function usesOf(state: WorkState, id: RecordId): readonly string[] {
  const count = (
    type: 'decision' | 'communication' | 'task' | 'action',
    noun: string,
    names: (record: object) => boolean,
  ): readonly string[] => {
    const found = [...recordsOf(state, type).values()].filter(names).length;
    return found === 0 ? [] : [countOf(found, noun)];
  };
  const named = (record: object): boolean =>
    Object.values(record).some(
      (value: unknown) => value === id || (Array.isArray(value) && value.includes(id)),
    );
  return [
    ...count('decision', 'decision', named),
    ...count('communication', 'communication', named),
    ...count('task', 'task', named),
    ...count('action', 'response action', named),
  ];
}
