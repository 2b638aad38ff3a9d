import { z } from 'zod';
import { line, prose } from '../../model/shapes.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

export const ENTITY_KINDS = [
  'host',
  'account',
  'ip',
  'domain',
  'url',
  'file',
  'hash',
  'mailbox',
  'service',
  'cloud-resource',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export const VERDICTS = ['unknown', 'suspected', 'accessed', 'compromised', 'cleared'] as const;
export const ANALYSIS_STATES = ['not-started', 'in-progress', 'done'] as const;

/**
 * What the analysts say of a host, an account, an address. Which there are, and when each was seen, is read from the
 * events; a record exists for those that somebody has said something of.
 */
export const ENTITY = recordKind({
  type: 'entity',
  noun: 'entity',
  title: ({ value }) => value,
  state: 'verdict',
  required: {
    kind: z.enum(ENTITY_KINDS),
    /** As the evidence writes it. */
    value: line(4_000).min(1),
    /** Other values of the same kind that are the same thing. */
    aliases: z.array(line(4_000).min(1)).max(10_000).readonly(),
    verdict: z.enum(VERDICTS),
    analysis: z.enum(ANALYSIS_STATES),
  },
  optional: {
    /** What people call it. */
    label: line(500),
    /** What it is for: domain controller, service account, … */
    role: line(500),
    notes: prose,
    /** What the evidence could not show, as it was read when the entity was cleared. */
    clearedDespite: prose,
    /** It belongs to the intruder. */
    hostile: z.boolean(),
  },
});

export type Entity = RecordOf<typeof ENTITY>;
