import type { Brand } from './brand.ts';

/** Lower-case hex digests. */
export type Sha256 = Brand<string, 'Sha256'>;
export type Sha1 = Brand<string, 'Sha1'>;
export type Md5 = Brand<string, 'Md5'>;

export type CaseId = Brand<string, 'CaseId'>;
export type AnalystId = Brand<string, 'AnalystId'>;
export type OpId = Brand<string, 'OpId'>;
export type BoardItemId = Brand<string, 'BoardItemId'>;
export type FindingId = Brand<string, 'FindingId'>;
export type ReportId = Brand<string, 'ReportId'>;
export type SectionId = Brand<string, 'SectionId'>;
/** Of a record of the case: a task, a decision, an entity, … (shared/records). */
export type RecordId = Brand<string, 'RecordId'>;
export type JobId = Brand<string, 'JobId'>;

/** `name` of a parser as stored in provenance; never renamed. */
export type ParserId = Brand<string, 'ParserId'>;

/** Number of an evidence file within one case, from 0, in the order of sealing. */
export type EvidenceIndex = Brand<number, 'EvidenceIndex'>;

/**
 * Number of an event within one open event store: `evidenceIndex * 2^32 + n`, n counting the file's events
 * in emission order. A safe integer; local to the store; never written into the work log (use EventId).
 */
export type EventKey = Brand<number, 'EventKey'>;

/**
 * Identity of an event wherever it travels: `<first 32 hex of the evidence SHA-256>.<offset, hex>.<ordinal>`.
 * Derived from evidence and locator alone, so re-parsing, merging and other machines agree on it.
 * 128 bits of the digest, because an attacker chooses evidence and 64 bits can be collided.
 */
export type EventId = Brand<string, 'EventId'>;

export const EVENTS_PER_EVIDENCE = 2 ** 32;

export const eventKey = (evidence: EvidenceIndex, n: number): EventKey =>
  (evidence * EVENTS_PER_EVIDENCE + n) as EventKey;

export const evidenceOfKey = (key: EventKey): EvidenceIndex =>
  Math.floor(key / EVENTS_PER_EVIDENCE) as EvidenceIndex;

export const eventId = (evidence: Sha256, offset: number, ordinal: number): EventId =>
  `${evidence.slice(0, 32)}.${offset.toString(16)}.${ordinal}` as EventId;

export interface EventIdParts {
  readonly evidencePrefix: string;
  readonly offset: number;
  readonly ordinal: number;
}

/** The parts of an EventId, or undefined when the text is not one. */
export function parseEventId(text: string): EventIdParts | undefined {
  const match = /^([0-9a-f]{32})\.([0-9a-f]{1,13})\.(\d{1,5})$/.exec(text);
  if (match === null) return undefined;
  const [, evidencePrefix = '', offset = '', ordinal = ''] = match;
  return { evidencePrefix, offset: Number.parseInt(offset, 16), ordinal: Number(ordinal) };
}
