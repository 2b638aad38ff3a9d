import type { LedgerEntry } from '#shared/ipc/cases.ts';
import type { Analyst } from '#shared/model/case.ts';
import type { EventDetail, MarkedRow } from '#shared/model/event.ts';
import type { EvidenceIssue, EvidenceItem } from '#shared/model/evidence.ts';
import type { CaseId, EventId, Sha256 } from '#shared/model/ids.ts';
import type { Result } from '#shared/model/result.ts';
import type { WorkState } from '#shared/work/work-state.ts';

/** The end of a signed log when the report was made. */
export interface Head {
  /** Lines up to here; the last one's `seq` plus one. */
  readonly lines: number;
  /** Hash of the last line. */
  readonly hash: Sha256;
}

export interface QueryAnswer {
  readonly rows: readonly MarkedRow[];
  readonly total: number;
  /** False while events are still being read in, so that `total` is a lower bound. */
  readonly settled: boolean;
}

/** All that a report is made of. The engine gives it from the open case; a test from memory. */
export interface ReportSources {
  readonly caseId: CaseId;
  /** Who makes the report. */
  readonly analyst: Analyst;
  /** `Fireline 0.1.0`. */
  readonly tool: string;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly work: WorkState;
  readonly evidence: readonly EvidenceItem[];
  /** Those of them whose events are being read in again, so that not all are there yet. */
  readonly unread: readonly EvidenceItem[];
  readonly custody: {
    readonly entries: readonly LedgerEntry[];
    readonly intact: boolean;
    readonly detail: string;
  };
  readonly heads: { readonly ledger: Head; readonly work: Head };
  /** At most `limit` defects of one file, losses first. */
  issues(evidence: EvidenceItem, limit: number): Promise<readonly EvidenceIssue[]>;
  /** The events of these identities, in their order; null for one that the case does not hold. */
  events(ids: readonly EventId[]): Promise<readonly (EventDetail | null)[]>;
  /** The first `limit` matches in time order. */
  query(query: string, limit: number): Promise<Result<QueryAnswer>>;
}
