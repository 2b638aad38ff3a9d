import type { EvidenceIndex, Md5, ParserId, Sha1, Sha256 } from './ids.ts';
import type { Issue } from './issue.ts';

/** How the bytes are kept: copied into the case, or left where they are and referred to. */
export type Custody = 'copy' | 'reference';

/**
 * done: parsed to the end · partial: stopped by the analyst, what was whole is kept · unparsed: sealed, no
 * parser knows it · container: opened, its members are evidence of their own · failed: sealed but parsing died ·
 * refused: not sealed (unreadable, a device, …) · duplicate: content already in the case.
 */
export type EvidenceState =
  | 'queued'
  | 'hashing'
  | 'parsing'
  | 'done'
  | 'partial'
  | 'unparsed'
  | 'container'
  | 'empty'
  | 'failed'
  | 'refused'
  | 'duplicate';

/** Law 3: every byte is one of these; they add up to the size. */
export interface ByteAccount {
  readonly parsed: number;
  readonly skipped: number;
  readonly unexplained: number;
}

export interface Coverage {
  readonly bytes: ByteAccount;
  /** Known-skipped bytes by reason, e.g. `unused-slack`, `header`. */
  readonly skippedBy: { readonly [reason: string]: number };
  /** Records met in the file, and how many of them became events. */
  readonly records: number;
  readonly events: number;
  readonly recovered: number;
  readonly issues: number;
  /** (parsed + skipped) / size, 0 to 1; 1 for an empty file. */
  readonly fraction: number;
}

export interface EvidenceItem {
  readonly index: EvidenceIndex;
  /** File name, or the member's path inside its container. */
  readonly name: string;
  /** Where it was read from, as given at intake. */
  readonly originalPath: string;
  readonly parent?: Sha256;
  readonly size: number;
  readonly sha256: Sha256;
  readonly sha1: Sha1;
  readonly md5: Md5;
  readonly custody: Custody;
  readonly source: string;
  readonly reason: string;
  /** ISO 8601 UTC, from the ledger. */
  readonly sealedAt: string;
  readonly modifiedAt?: string;
  readonly state: EvidenceState;
  readonly format?: string;
  readonly parser?: ParserId;
  readonly parserVersion?: number;
  readonly confidence?: 1 | 2 | 3;
  /** IANA zone applied because the format carries none. */
  readonly assumedZone?: string;
  readonly coverage?: Coverage;
  readonly firstTime?: bigint;
  readonly lastTime?: bigint;
  readonly seconds?: number;
  /** Why, for failed, refused, partial and unparsed. */
  readonly explanation?: string;
  /** Result of the newest re-hash. */
  readonly verified?: { readonly at: string; readonly intact: boolean; readonly detail: string };
}

export interface EvidenceIssue extends Issue {
  readonly evidence: EvidenceIndex;
}
