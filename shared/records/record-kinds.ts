import { CAUSE } from './kinds/cause.ts';
import { COMMENT } from './kinds/comment.ts';
import { COMMUNICATION } from './kinds/communication.ts';
import { CONTROL } from './kinds/control.ts';
import { DEADLINE } from './kinds/deadline.ts';
import { DECISION } from './kinds/decision.ts';
import { ENTITY } from './kinds/entity.ts';
import { FROZEN } from './kinds/frozen.ts';
import { IMPACT } from './kinds/impact.ts';
import { IMPROVEMENT } from './kinds/improvement.ts';
import { INCIDENT } from './kinds/incident.ts';
import { LESSON } from './kinds/lesson.ts';
import { NEGATIVE_FINDING } from './kinds/negative-finding.ts';
import { PERSON } from './kinds/person.ts';
import { PLAYBOOK_USE } from './kinds/playbook-use.ts';
import { REDACTION } from './kinds/redaction.ts';
import { RESPONSE_ACTION } from './kinds/response-action.ts';
import { TASK } from './kinds/task.ts';
import { TRANSFER } from './kinds/transfer.ts';
import type { RecordOf } from './record-kind.ts';

/** Every kind of record that a case holds beside its board, findings and reports. */
export const RECORD_KINDS = {
  incident: INCIDENT,
  person: PERSON,
  playbook: PLAYBOOK_USE,
  task: TASK,
  action: RESPONSE_ACTION,
  decision: DECISION,
  communication: COMMUNICATION,
  deadline: DEADLINE,
  entity: ENTITY,
  transfer: TRANSFER,
  impact: IMPACT,
  cause: CAUSE,
  control: CONTROL,
  'negative-finding': NEGATIVE_FINDING,
  lesson: LESSON,
  improvement: IMPROVEMENT,
  redaction: REDACTION,
  comment: COMMENT,
  frozen: FROZEN,
} as const;

export type RecordType = keyof typeof RECORD_KINDS;
export const RECORD_TYPES = Object.keys(RECORD_KINDS) as readonly RecordType[];

export type RecordOfType<T extends RecordType> = RecordOf<(typeof RECORD_KINDS)[T]>;
export type CaseRecord = { readonly [T in RecordType]: RecordOfType<T> }[RecordType];

/** What it is called on screen; empty when nobody has named it. */
export function recordTitle(record: CaseRecord): string {
  // Each title is filed under the type of record it takes.
  const title = RECORD_KINDS[record.type].title as (record: CaseRecord) => string;
  return title(record);
}

/** The one record of a kind that every case has, as it is before anybody changed it. */
export function initialRecord(type: RecordType): CaseRecord | undefined {
  const kind: { readonly single?: { readonly id: string; readonly initial: object } } =
    RECORD_KINDS[type];
  if (kind.single === undefined) return undefined;
  return { id: kind.single.id, type, ...kind.single.initial } as CaseRecord;
}
