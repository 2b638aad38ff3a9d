import {
  SEVERITIES,
  TLP,
  VERIS_ACTIONS,
  VERIS_ASSETS,
  VERIS_ATTRIBUTES,
} from '#shared/records/kinds/incident.ts';
import { RESPONSE_PHASES } from '#shared/records/fields.ts';
import {
  SEVERITY_WORDS,
  STATUS_WORDS,
  TLP_WORDS,
  VERIS_ASSET_WORDS,
} from '#shared/response/incident-words.ts';
import type { FieldSpec } from '#renderer/records/field-spec.ts';
import type { Choice } from '#renderer/ui/choice.tsx';

type Field = FieldSpec<'incident'>;

export const INCIDENT_STATUSES = [...RESPONSE_PHASES, 'closed'] as const;

const choicesOf = <T extends string>(
  ids: readonly T[],
  words: { readonly [I in T]: string },
): readonly Choice<string>[] => ids.map((id) => ({ id, label: words[id] }));

const spoken = (ids: readonly string[]): readonly Choice<string>[] =>
  ids.map((id) => ({
    id,
    label: id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' '),
  }));

/** The parts of the incident record, each a form of its own. */
export const INCIDENT_FORMS = {
  judgement: {
    title: 'Severity and status',
    fields: [
      {
        name: 'severity',
        label: 'Severity',
        input: 'choice',
        segments: true,
        wide: true,
        choices: choicesOf(SEVERITIES, SEVERITY_WORDS),
      },
      {
        name: 'status',
        label: 'Status',
        input: 'choice',
        wide: true,
        choices: choicesOf(INCIDENT_STATUSES, STATUS_WORDS),
      },
      {
        name: 'tlp',
        label: 'Marking (TLP 2.0)',
        input: 'choice',
        wide: true,
        choices: choicesOf(TLP, TLP_WORDS),
      },
    ],
  },
  identity: {
    title: 'Identity',
    fields: [
      {
        name: 'identifier',
        label: 'Number',
        input: 'line',
        placeholder: 'INC-2026-014',
        help: 'What the organisation calls this incident.',
      },
      { name: 'organisation', label: 'Organisation', input: 'line' },
      {
        name: 'classification',
        label: 'Own classification',
        input: 'line',
        wide: true,
        placeholder: 'Confidential',
        help: 'The organisation’s own marking, beside the TLP.',
      },
      {
        name: 'references',
        label: 'References',
        input: 'prose',
        lines: 3,
        placeholder: 'Ticket, police report, file of the regulator, claim; one a line',
      },
    ],
  },
  account: {
    title: 'Summary and scope',
    fields: [
      {
        name: 'summary',
        label: 'Summary',
        input: 'prose',
        lines: 6,
        placeholder: 'What happened, as it is known today, for somebody who has a minute',
      },
      {
        name: 'scope',
        label: 'Scope',
        input: 'prose',
        lines: 5,
        placeholder: 'Which systems, accounts and times are part of this case, and which are not',
      },
    ],
  },
  kind: {
    title: 'Kind of incident (VERIS)',
    fields: [
      { name: 'actions', label: 'Actions', input: 'choices', choices: spoken(VERIS_ACTIONS) },
      {
        name: 'assets',
        label: 'Assets',
        input: 'choices',
        choices: choicesOf(VERIS_ASSETS, VERIS_ASSET_WORDS),
      },
      {
        name: 'attributes',
        label: 'Attributes',
        input: 'choices',
        choices: spoken(VERIS_ATTRIBUTES),
      },
    ],
  },
} as const satisfies {
  readonly [form: string]: { readonly title: string; readonly fields: readonly Field[] };
};

export type IncidentForm = keyof typeof INCIDENT_FORMS;
