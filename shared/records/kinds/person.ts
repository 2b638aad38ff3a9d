import { z } from 'zod';
import { line, name, prose } from '../../model/shapes.ts';
import type { RecordOf } from '../record-kind.ts';
import { recordKind } from '../record-kind.ts';

export const PERSON_ROLES = [
  'incident-lead',
  'analyst',
  'it-operations',
  'management',
  'legal',
  'privacy',
  'communications',
  'human-resources',
  'business-owner',
  'external-responder',
  'law-enforcement',
  'regulator',
  'insurer',
  'supplier',
  'affected',
  'other',
] as const;

/** Somebody, or some office, with a part in the response. */
export const PERSON = recordKind({
  type: 'person',
  noun: 'person',
  title: (record) => record.name,
  required: { name, role: z.enum(PERSON_ROLES) },
  optional: {
    organisation: line(500),
    phone: line(200),
    email: line(500),
    /** When and how they can be reached, who stands in. */
    reachable: line(500),
    notes: prose,
  },
});

export type Person = RecordOf<typeof PERSON>;
