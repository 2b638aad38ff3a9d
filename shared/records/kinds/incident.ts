import { z } from 'zod';
import type { RecordId } from '../../model/ids.ts';
import { line, prose } from '../../model/shapes.ts';
import { responsePhase } from '../fields.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'unrated'] as const;

/** FIRST Traffic Light Protocol 2.0. */
export const TLP = ['red', 'amber+strict', 'amber', 'green', 'clear'] as const;

/** Actions of VERIS 1.4 (https://verisframework.org), but for `unknown`, which is none chosen. */
export const VERIS_ACTIONS = [
  'malware',
  'hacking',
  'social',
  'misuse',
  'physical',
  'error',
  'environmental',
] as const;

/** Assets of VERIS 1.4. */
export const VERIS_ASSETS = [
  'server',
  'network',
  'user-device',
  'terminal',
  'media',
  'person',
  'embedded',
] as const;

/** Attributes of VERIS 1.4. */
export const VERIS_ATTRIBUTES = ['confidentiality', 'integrity', 'availability'] as const;

/**
 * What the incident is, in one record. The history of its severity and status is in the operations that changed them,
 * each with when it was known and why.
 */
export const INCIDENT = recordKind({
  type: 'incident',
  noun: 'incident record',
  title: ({ identifier }) => identifier,
  state: 'status',
  required: {
    /** The organisation's own number for it; empty until given. */
    identifier: line(200),
    severity: z.enum(SEVERITIES),
    status: z.enum([...responsePhase.options, 'closed']),
    tlp: z.enum(TLP),
    /** What is and what is not part of this case. */
    scope: prose,
    actions: z.array(z.enum(VERIS_ACTIONS)).max(VERIS_ACTIONS.length).readonly(),
    assets: z.array(z.enum(VERIS_ASSETS)).max(VERIS_ASSETS.length).readonly(),
    attributes: z.array(z.enum(VERIS_ATTRIBUTES)).max(VERIS_ATTRIBUTES.length).readonly(),
  },
  optional: {
    /** The organisation's own marking, beside the TLP. */
    classification: line(500),
    organisation: line(500),
    /** Numbers that others gave it: a ticket, a police report, a regulator's file. */
    references: prose,
    summary: prose,
  },
  single: {
    id: 'incident' as RecordId,
    initial: {
      identifier: '',
      severity: 'unrated',
      status: 'detection-and-analysis',
      tlp: 'amber',
      scope: '',
      actions: [],
      assets: [],
      attributes: [],
    },
  },
});

export type Incident = RecordOf<typeof INCIDENT>;
