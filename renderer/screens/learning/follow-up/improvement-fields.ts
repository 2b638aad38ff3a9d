import { IMPROVEMENT_STATE_NAMES, PRIORITY_NAMES } from '#shared/learning/words.ts';
import type { FieldSpec } from '#renderer/records/field-spec.ts';
import { choicesOf } from '#renderer/ui/choices-of.ts';

export const IMPROVEMENT_FIELDS: readonly FieldSpec<'improvement'>[] = [
  {
    name: 'title',
    label: 'What is to be done',
    input: 'line',
    placeholder: 'Second factor for the VPN and for every administrator',
    problem: 'Say in a few words what is to be done.',
  },
  { name: 'owner', label: 'Owner', input: 'person' },
  { name: 'due', label: 'Due', input: 'time' },
  {
    name: 'priority',
    label: 'Priority',
    input: 'choice',
    segments: true,
    choices: choicesOf(PRIORITY_NAMES),
  },
  { name: 'state', label: 'State', input: 'choice', choices: choicesOf(IMPROVEMENT_STATE_NAMES) },
  { name: 'cause', label: 'Cause it answers', input: 'record', of: 'cause' },
  { name: 'lesson', label: 'Lesson it comes from', input: 'record', of: 'lesson' },
  { name: 'notes', label: 'Notes', input: 'prose' },
];
