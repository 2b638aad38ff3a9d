import type { FieldSpec } from '#renderer/records/field-spec.ts';

/** What a person says of a search; the rest is what running it gave. */
export const LOOKED_FOR_FIELDS: readonly FieldSpec<'negative-finding'>[] = [
  {
    name: 'title',
    label: 'What was looked for',
    input: 'line',
    placeholder: 'Logons with a forged Kerberos ticket',
    problem: 'Say in a few words what was looked for.',
  },
  { name: 'query', label: 'Query', input: 'line', mono: true, wide: true },
  { name: 'from', label: 'From', input: 'time' },
  { name: 'to', label: 'Before', input: 'time' },
  { name: 'technique', label: 'Technique', input: 'technique' },
  { name: 'conclusion', label: 'What that means', input: 'prose', lines: 3 },
];
