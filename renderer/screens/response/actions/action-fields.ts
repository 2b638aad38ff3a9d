import { ACTION_KINDS, ACTION_STATES } from '#shared/records/kinds/response-action.ts';
import { ACTION_KIND_NAMES, ACTION_STATE_NAMES } from '#shared/response/playbook/names.ts';
import type { Draft, FieldSpec } from '#renderer/records/field-spec.ts';

/** An action, as its form asks for it. `places` are hosts, accounts and addresses that the events name. */
export const actionFields = (places: readonly string[]): readonly FieldSpec<'action'>[] => [
  {
    name: 'title',
    label: 'Action',
    input: 'line',
    placeholder: 'Account disabled',
    problem: 'Say in a few words what was or will be done.',
  },
  {
    name: 'where',
    label: 'Where',
    input: 'line',
    suggestions: places,
    help: 'The host, account, address or rule it is done to.',
  },
  {
    name: 'kind',
    label: 'Kind',
    input: 'choice',
    choices: ACTION_KINDS.map((id) => ({ id, label: ACTION_KIND_NAMES[id] })),
  },
  {
    name: 'state',
    label: 'State',
    input: 'choice',
    choices: ACTION_STATES.map((id) => ({ id, label: ACTION_STATE_NAMES[id] })),
  },
  { name: 'at', label: 'When', input: 'time' },
  { name: 'decidedBy', label: 'Decided by', input: 'person' },
  { name: 'doneBy', label: 'Done by', input: 'person' },
  { name: 'result', label: 'Result', input: 'prose', lines: 2 },
  {
    name: 'verification',
    label: 'Verified how',
    input: 'prose',
    lines: 2,
    placeholder: 'A logon with the account was refused at 08:46; no success since.',
  },
  { name: 'task', label: 'Task', input: 'record', of: 'task' },
  { name: 'entity', label: 'Entity', input: 'record', of: 'entity' },
  { name: 'technique', label: 'Technique it answers', input: 'technique', wide: true },
  { name: 'events', label: 'Events', input: 'events', when: hasEvents },
];

/** Events are attached in the details; the form only takes them out. */
function hasEvents({ events }: Draft): boolean {
  return Array.isArray(events) && events.length > 0;
}
