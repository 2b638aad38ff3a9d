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

/** The life of an incident: the phases of NIST SP 800-61r2, of which the third is parted in two. */
export const STATUS_WORDS: { readonly [S in Incident['status']]: string } = {
  preparation: 'Preparation',
  'detection-and-analysis': 'Detection and analysis',
  containment: 'Containment',
  'eradication-and-recovery': 'Eradication and recovery',
  'post-incident': 'Post-incident activity',
  closed: 'Closed',
};

/**
 * Revision 3 of NIST SP 800-61 (April 2025) took the place of revision 2 and speaks of the functions of the Cybersecurity
 * Framework 2.0 instead of phases: which of them a phase corresponds to.
 */
export const CSF_FUNCTIONS: { readonly [S in Incident['status']]: string } = {
  preparation: 'NIST CSF 2.0: Govern, Identify, Protect',
  'detection-and-analysis': 'NIST CSF 2.0: Detect',
  containment: 'NIST CSF 2.0: Respond',
  'eradication-and-recovery': 'NIST CSF 2.0: Respond, Recover',
  'post-incident': 'NIST CSF 2.0: Identify, Improvement',
  closed: 'NIST CSF 2.0: Identify, Improvement',
};

/** What VERIS 1.4 calls kinds of assets; its own word for a terminal is `Kiosk/Term`. */
export const VERIS_ASSET_WORDS: { readonly [A in Incident['assets'][number]]: string } = {
  server: 'Server',
  network: 'Network',
  'user-device': 'User device',
  terminal: 'Kiosk or terminal',
  media: 'Media',
  person: 'Person',
  embedded: 'Embedded',
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
