import type { FieldSpec } from '#renderer/records/field-spec.ts';

export const REDACTION_FIELDS: readonly FieldSpec<'redaction'>[] = [
  {
    name: 'title',
    label: 'What it protects',
    input: 'line',
    placeholder: 'Name of the employee',
    problem: 'Say what it protects; it is never printed.',
  },
  {
    name: 'by',
    label: 'Take out',
    input: 'choice',
    segments: true,
    choices: [
      { id: 'text', label: 'A text' },
      { id: 'entity', label: 'An entity' },
      { id: 'pattern', label: 'A pattern' },
    ],
  },
  {
    name: 'what',
    label: 'Text or pattern',
    input: 'line',
    mono: true,
    wide: true,
    help: 'A text is taken out wherever it stands, in capitals or not. A pattern is a regular expression (RE2).',
    when: ({ by }) => by !== 'entity',
  },
  {
    name: 'entity',
    label: 'Entity',
    input: 'record',
    of: 'entity',
    wide: true,
    help: 'Its value, its aliases and its label, with and without domain, also defanged.',
    when: ({ by }) => by === 'entity',
  },
  {
    name: 'label',
    label: 'Printed in its place',
    input: 'line',
    wide: true,
    help: 'For example [employee 1]. Readers see that something was taken out.',
  },
];
