import { CHANNELS } from '#shared/records/kinds/communication.ts';
import type { FieldSpec } from '#renderer/records/field-spec.ts';

export const DECISION_FIELDS: readonly FieldSpec<'decision'>[] = [
  {
    name: 'title',
    label: 'Decision',
    input: 'line',
    placeholder: 'Take WS07 off the network, but leave it on',
    problem: 'Say what was decided.',
  },
  { name: 'at', label: 'When', input: 'time', problem: 'Write 2026-05-13 11:40.' },
  { name: 'by', label: 'Decided by', input: 'people', wide: true },
  {
    name: 'why',
    label: 'Why',
    input: 'prose',
    lines: 3,
    placeholder: 'What was known, and what weighed more',
  },
  {
    name: 'alternatives',
    label: 'What else was possible',
    input: 'prose',
    lines: 2,
    placeholder: 'And why it was not done',
  },
];

const CHANNEL_WORDS: { readonly [C in (typeof CHANNELS)[number]]: string } = {
  phone: 'Phone',
  meeting: 'Meeting',
  'e-mail': 'E-mail',
  message: 'Message',
  letter: 'Letter',
  form: 'Form',
  other: 'Other',
};

export const COMMUNICATION_FIELDS: readonly FieldSpec<'communication'>[] = [
  {
    name: 'title',
    label: 'What was told or heard',
    input: 'line',
    placeholder: 'Management was told',
    problem: 'Say what it was about.',
  },
  {
    name: 'direction',
    label: 'Direction',
    input: 'choice',
    segments: true,
    choices: [
      { id: 'told', label: 'Told' },
      { id: 'received', label: 'Heard' },
    ],
  },
  {
    name: 'channel',
    label: 'Channel',
    input: 'choice',
    choices: CHANNELS.map((id) => ({ id, label: CHANNEL_WORDS[id] })),
  },
  { name: 'at', label: 'When', input: 'time', problem: 'Write 2026-05-13 11:40.' },
  { name: 'by', label: 'Who of us', input: 'person' },
  { name: 'people', label: 'To whom, from whom', input: 'people', wide: true },
  {
    name: 'others',
    label: 'Others, not in the list',
    input: 'line',
    wide: true,
    placeholder: 'Duty manager of the customer',
  },
  { name: 'text', label: 'What was said', input: 'prose', lines: 4 },
  {
    name: 'deadline',
    label: 'Meets the deadline',
    input: 'record',
    of: 'deadline',
    wide: true,
    help: 'A deadline that is open is met by this, at the time above.',
  },
];
