import { LESSON_NAMES } from '#shared/learning/words.ts';
import type { FieldSpec } from '#renderer/records/field-spec.ts';
import { choicesOf } from '#renderer/ui/choices-of.ts';

export const LESSON_FIELDS: readonly FieldSpec<'lesson'>[] = [
  {
    name: 'title',
    label: 'What was learnt',
    input: 'line',
    placeholder: 'Nobody reads the sensor’s alerts',
    problem: 'Say in a few words what was learnt.',
  },
  {
    name: 'kind',
    label: 'It',
    input: 'choice',
    segments: true,
    wide: true,
    choices: choicesOf(LESSON_NAMES),
  },
  { name: 'cause', label: 'Cause it speaks of', input: 'record', of: 'cause' },
  { name: 'notes', label: 'Notes', input: 'prose' },
];
