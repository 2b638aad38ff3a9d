import type { Incident } from '../records/kinds/incident.ts';
import type { PERSON_ROLES } from '../records/kinds/person.ts';
import type { TASK_STATES } from '../records/kinds/task.ts';

/** How the fixed values of records about the incident are written. */

export const SEVERITY_WORDS: { readonly [S in Incident['severity']]: string } = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  unrated: 'Not rated',
};

/** The life of an incident after NIST SP 800-61. */
export const STATUS_WORDS: { readonly [S in Incident['status']]: string } = {
  preparation: 'Preparation',
  'detection-and-analysis': 'Detection and analysis',
  containment: 'Containment',
  'eradication-and-recovery': 'Eradication and recovery',
  'post-incident': 'Post-incident activity',
  closed: 'Closed',
};

export const TLP_WORDS: { readonly [T in Incident['tlp']]: string } = {
  red: 'TLP:RED',
  'amber+strict': 'TLP:AMBER+STRICT',
  amber: 'TLP:AMBER',
  green: 'TLP:GREEN',
  clear: 'TLP:CLEAR',
};

export const ROLE_WORDS: { readonly [R in (typeof PERSON_ROLES)[number]]: string } = {
  'incident-lead': 'Incident lead',
  analyst: 'Analyst',
  'it-operations': 'IT operations',
  management: 'Management',
  legal: 'Legal counsel',
  privacy: 'Data protection',
  communications: 'Communications',
  'human-resources': 'Human resources',
  'business-owner': 'Business owner',
  'external-responder': 'External responder',
  'law-enforcement': 'Law enforcement',
  regulator: 'Regulator',
  insurer: 'Insurer',
  supplier: 'Supplier',
  affected: 'Affected',
  other: 'Other',
};

export const TASK_STATE_WORDS: { readonly [S in (typeof TASK_STATES)[number]]: string } = {
  open: 'Open',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  dropped: 'Dropped',
};

const WORDS: {
  readonly [F in 'severity' | 'status' | 'tlp']: { readonly [value: string]: string };
} = { severity: SEVERITY_WORDS, status: STATUS_WORDS, tlp: TLP_WORDS };

export const judgedWord = (field: 'severity' | 'status' | 'tlp', value: string): string =>
  WORDS[field][value] ?? value;
