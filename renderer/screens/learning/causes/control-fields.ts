import { VERDICT_NAMES } from '#shared/learning/words.ts';
import type { FieldSpec } from '#renderer/records/field-spec.ts';
import { choicesOf } from '#renderer/ui/choices-of.ts';

export const CONTROL_FIELDS: readonly FieldSpec<'control'>[] = [
  {
    name: 'title',
    label: 'Control',
    input: 'line',
    placeholder: 'Second factor at the VPN',
    problem: 'Say which control is meant.',
  },
  {
    name: 'verdict',
    label: 'In this incident it',
    input: 'choice',
    segments: true,
    wide: true,
    choices: choicesOf(VERDICT_NAMES),
  },
  { name: 'cause', label: 'Cause it bears on', input: 'record', of: 'cause' },
  {
    name: 'reference',
    label: 'Reference',
    input: 'line',
    placeholder: 'D3-MFA, or your own number',
  },
  { name: 'notes', label: 'Notes', input: 'prose' },
  { name: 'events', label: 'Events that show it', input: 'events' },
];
