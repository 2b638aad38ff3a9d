import type { Person } from '../../records/kinds/person.ts';
import { PERSON_ROLES } from '../../records/kinds/person.ts';
import { recordsOf } from '../../work/records.ts';
import { ROLE_WORDS } from '../incident-words.ts';
import type { BriefLine, BriefSection } from './brief.ts';
import { withDetail } from './brief.ts';
import type { Shift } from './shift.ts';

/** Who is reached how, by role: what somebody needs who was not there when the number was given. */
export function peopleSection({ state }: Shift): BriefSection {
  const people = [...recordsOf(state, 'person').values()].sort(
    (a, b) =>
      PERSON_ROLES.indexOf(a.role) - PERSON_ROLES.indexOf(b.role) ||
      a.name.localeCompare(b.name, 'en'),
  );
  const line = ({ name, role, organisation, phone, email, reachable }: Person): BriefLine => ({
    text: [
      `${name} (${ROLE_WORDS[role]})`,
      ...[organisation, phone, email].filter((part) => part !== undefined && part !== ''),
    ].join(' · '),
    ...withDetail(reachable),
  });
  // Nobody is left out, however many they are.
  return {
    id: 'people',
    title: 'Who to reach',
    lines: people.map(line),
    none: 'Nobody is written down.',
  };
}
