import { DEADLINE_BEGINNINGS, DEADLINE_UNITS } from '#shared/records/kinds/deadline.ts';
import type { Deadline } from '#shared/records/kinds/deadline.ts';
import type { FieldSpec } from '#renderer/records/field-spec.ts';
import type { Draft } from '#renderer/records/field-spec.ts';

const UNIT_WORDS: { readonly [U in Deadline['unit']]: string } = {
  hours: 'Hours, elapsed',
  days: 'Days',
  months: 'Months',
  'business-days': 'Business days',
};

const FROM_WORDS: { readonly [F in Deadline['from']]: string } = {
  aware: 'Key time “Aware”',
  detected: 'Key time “Detected”',
  met: 'When another deadline was met',
  own: 'A time of its own',
};

export const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** Days begin where the analyst is, unless a rule says otherwise. */
export const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const inDays = ({ unit }: Draft): boolean => unit !== 'hours';

export const DEADLINE_FIELDS: readonly FieldSpec<'deadline'>[] = [
  {
    name: 'title',
    label: 'Deadline',
    input: 'line',
    placeholder: 'Contract: tell the customer',
    problem: 'Say who must be told, or what is due.',
  },
  { name: 'count', label: 'Period', input: 'number', problem: 'Write a whole number.' },
  {
    name: 'unit',
    label: 'Unit',
    input: 'choice',
    choices: DEADLINE_UNITS.map((id) => ({ id, label: UNIT_WORDS[id] })),
  },
  {
    name: 'from',
    label: 'Counts from',
    input: 'choice',
    wide: true,
    choices: DEADLINE_BEGINNINGS.map((id) => ({ id, label: FROM_WORDS[id] })),
  },
  {
    name: 'start',
    label: 'Begins',
    input: 'time',
    wide: true,
    when: ({ from }) => from === 'own',
  },
  {
    name: 'after',
    label: 'After',
    input: 'record',
    of: 'deadline',
    wide: true,
    when: ({ from }) => from === 'met',
  },
  {
    name: 'zone',
    label: 'Zone',
    help: 'Where days begin and end.',
    input: 'line',
    suggestions: ZONES,
    wide: true,
    problem: 'Choose a zone.',
  },
  {
    name: 'until',
    label: 'Ends at',
    input: 'line',
    placeholder: '17:30',
    help: 'The hour at which who must be told closes; otherwise the end of the day.',
    problem: 'Write an hour as 17:30.',
    when: inDays,
  },
  {
    name: 'nextWorkingDay',
    label: 'Last day moves to a working day',
    input: 'flag',
    wide: true,
    when: inDays,
  },
  {
    name: 'holidays',
    label: 'Holidays',
    input: 'lines',
    placeholder: '2026-05-25',
    help: 'Days that are no working days, one a line. Saturdays and Sundays are known.',
    problem: 'Write each as 2026-05-25.',
    when: inDays,
  },
  {
    name: 'authority',
    label: 'Who must be told',
    input: 'line',
    wide: true,
    placeholder: 'Supervisory authority',
  },
  { name: 'metAt', label: 'Met', input: 'time', wide: true },
  { name: 'waivedBecause', label: 'Waived because', input: 'line', wide: true },
  { name: 'notes', label: 'Notes', input: 'prose' },
];
