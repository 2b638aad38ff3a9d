import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import { PERSON_ROLES } from '#shared/records/kinds/person.ts';
import { TASK_STATES } from '#shared/records/kinds/task.ts';
import { PHASE_NAMES, TASK_STATE_NAMES } from '#shared/response/playbook/names.ts';
import type { Draft, FieldSpec } from '#renderer/records/field-spec.ts';

/** A task, as its form asks for it. */
export const TASK_FIELDS: readonly FieldSpec<'task'>[] = [
  {
    name: 'title',
    label: 'Task',
    input: 'line',
    placeholder: 'Disable the account svc_backup',
    problem: 'Say in a few words what is to be done.',
  },
  {
    name: 'state',
    label: 'State',
    input: 'choice',
    choices: TASK_STATES.map((id) => ({ id, label: TASK_STATE_NAMES[id] })),
  },
  {
    name: 'phase',
    label: 'Phase',
    input: 'choice',
    choices: RESPONSE_PHASES.map((id) => ({ id, label: PHASE_NAMES[id] })),
  },
  { name: 'owner', label: 'Owner', input: 'person' },
  {
    name: 'role',
    label: 'Role, while nobody has it',
    input: 'line',
    suggestions: PERSON_ROLES.filter((role) => role !== 'affected' && role !== 'other'),
  },
  { name: 'due', label: 'Due', input: 'time' },
  { name: 'after', label: 'After these tasks', input: 'records', of: 'task', wide: true },
  {
    name: 'guidance',
    label: 'Guidance',
    input: 'prose',
    lines: 4,
    help: 'One line each. Check:, Preserve first:, Do not: and Call: at the beginning are set apart.',
  },
  {
    name: 'query',
    label: 'What to look for in the evidence',
    input: 'line',
    placeholder: 'code:1102 host:WS07*',
    mono: true,
    wide: true,
    help: 'In the query language; counted live on the task.',
  },
  { name: 'notes', label: 'Notes', input: 'prose', lines: 3 },
  { name: 'events', label: 'Events', input: 'events', when: hasEvents },
];

/** What the drawer shows as facts; the rest of a task it shows in a form of its own. */
export const TASK_FACTS: readonly FieldSpec<'task'>[] = [
  {
    name: 'phase',
    label: 'Phase',
    input: 'choice',
    choices: RESPONSE_PHASES.map((id) => ({ id, label: PHASE_NAMES[id] })),
  },
  { name: 'owner', label: 'Owner', input: 'person' },
  { name: 'due', label: 'Due', input: 'time' },
  { name: 'doneAt', label: 'Done', input: 'time' },
  { name: 'playbook', label: 'Playbook', input: 'record', of: 'playbook' },
  { name: 'after', label: 'After', input: 'records', of: 'task' },
  { name: 'notes', label: 'Notes', input: 'prose' },
  { name: 'events', label: 'Events', input: 'events' },
];

/** Events are attached in the details; the form only takes them out. */
function hasEvents({ events }: Draft): boolean {
  return Array.isArray(events) && events.length > 0;
}
