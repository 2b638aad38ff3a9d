import type { AnalystId, CaseId } from './ids.ts';

/** Raised when the case folder changes in a way an older Fireline would misread. */
export const CASE_FORMAT = 1;

export interface Analyst {
  readonly id: AnalystId;
  readonly name: string;
  /** Ed25519 public key, SPKI PEM. */
  readonly publicKey: string;
}

export interface CaseInfo {
  readonly id: CaseId;
  readonly title: string;
  /** Absolute path of the case folder. */
  readonly folder: string;
  readonly createdAt: string;
  readonly format: number;
  readonly readOnly?: ReadOnly;
  readonly analyst: Analyst;
}

/** Why a case can only be read, in a whole sentence, and what that means for its events. */
export interface ReadOnly {
  readonly reason: string;
  /** ISO 8601 UTC: events are those of a copy taken then. */
  readonly eventsOf?: string;
  /** Why no events are shown, in a whole sentence. */
  readonly noEvents?: string;
}

/** A line of the case list, readable without opening the case. */
export interface CaseSummary {
  readonly folder: string;
  readonly id?: CaseId;
  readonly title: string;
  readonly createdAt?: string;
  readonly lastOpened?: string;
  readonly evidence: number;
  readonly bytes: number;
  readonly events: number;
  /** Why it cannot be opened, or only for reading. */
  readonly trouble?: string;
}
