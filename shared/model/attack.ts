import type { Phase } from './board.ts';
import table from './attack-enterprise.json' with { type: 'json' };

/**
 * MITRE ATT&CK for Enterprise, version 19: every technique and sub-technique (222 and 475), and the ids that version 19
 * revoked. Ids, names, tactics and ids of mitigations only; ATT&CK is © The MITRE Corporation and used under its terms
 * of use. An id that is not in this table is still a valid id: the table names, it does not restrict.
 *
 * Version 19 split Defense Evasion into Stealth and Defense Impairment. The lanes keep the fourteen tactics of before,
 * which most rules and reports still speak of.
 */
export const ATTACK_VERSION = '19';

export interface Tactic {
  readonly id: string;
  readonly phase: Exclude<Phase, 'response'>;
  readonly name: string;
}

export const TACTICS: readonly Tactic[] = [
  { id: 'TA0043', phase: 'reconnaissance', name: 'Reconnaissance' },
  { id: 'TA0042', phase: 'resource-development', name: 'Resource Development' },
  { id: 'TA0001', phase: 'initial-access', name: 'Initial Access' },
  { id: 'TA0002', phase: 'execution', name: 'Execution' },
  { id: 'TA0003', phase: 'persistence', name: 'Persistence' },
  { id: 'TA0004', phase: 'privilege-escalation', name: 'Privilege Escalation' },
  { id: 'TA0005', phase: 'defense-evasion', name: 'Defense Evasion' },
  { id: 'TA0006', phase: 'credential-access', name: 'Credential Access' },
  { id: 'TA0007', phase: 'discovery', name: 'Discovery' },
  { id: 'TA0008', phase: 'lateral-movement', name: 'Lateral Movement' },
  { id: 'TA0009', phase: 'collection', name: 'Collection' },
  { id: 'TA0011', phase: 'command-and-control', name: 'Command and Control' },
  { id: 'TA0010', phase: 'exfiltration', name: 'Exfiltration' },
  { id: 'TA0040', phase: 'impact', name: 'Impact' },
];

export interface Technique {
  readonly id: string;
  /** Of a sub-technique with its parent's before it, as ATT&CK writes it. */
  readonly name: string;
  readonly tactics: readonly Tactic['phase'][];
  /** Ids as of version 18.1; of an id that is new in 19, those of the ids that it replaced. */
  readonly mitigations: readonly string[];
  /** The id that ATT&CK now uses instead. */
  readonly replacedBy?: string;
}

/** The text of a row: name (of a sub-technique, its own part), tactics, mitigations, and what took its place. */
const rows = Object.entries<string>(table).map(([id, text]) => {
  const [name = '', tactics = '', mitigations = '', replacedBy] = text.split(' | ');
  return { id, name, tactics: tactics.split(' '), mitigations, replacedBy };
});
const ownNames = new Map(rows.map(({ id, name }) => [id, name]));

export const TECHNIQUES: readonly Technique[] = rows.map(
  ({ id, name, tactics, mitigations, replacedBy }) => {
    const parent = id.length > 5 ? ownNames.get(id.slice(0, 5)) : undefined;
    return {
      id,
      name: parent === undefined ? name : `${parent}: ${name}`,
      tactics: TACTICS.map(({ phase }) => phase).filter((phase) => tactics.includes(phase)),
      mitigations: mitigations === '' ? [] : mitigations.split(' '),
      ...(replacedBy !== undefined && { replacedBy }),
    };
  },
);

const byId = new Map(TECHNIQUES.map((technique) => [technique.id, technique]));

export const TECHNIQUE_ID = /^T\d{4}(\.\d{3})?$/;

/** The technique of this id; undefined for one that the table does not name. */
export const techniqueById = (id: string): Technique | undefined => byId.get(id);

/** `T1059.001 Command and Scripting Interpreter: PowerShell`, or the id alone where the table has no name. */
export const techniqueLabel = (id: string): string => {
  const known = byId.get(id);
  return known === undefined ? id : `${id} ${known.name}`;
};

export const tacticOf = (idOrPhase: string): Tactic | undefined =>
  TACTICS.find(({ id, phase }) => id === idOrPhase || phase === idOrPhase);

/** What a lane is called on screen and on paper. */
export const phaseName = (phase: Phase): string => tacticOf(phase)?.name ?? 'Response';
