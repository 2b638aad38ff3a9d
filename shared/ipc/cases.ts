import type { Analyst, CaseInfo, CaseSummary } from '../model/case.ts';

export interface LedgerEntry {
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly summary: string;
  readonly body: { readonly [name: string]: unknown };
  readonly hash: string;
}

export interface Verification {
  readonly intact: boolean;
  readonly checks: readonly {
    readonly what: 'evidence' | 'ledger' | 'work-log' | 'pack' | 'report' | 'citation';
    readonly subject: string;
    readonly pass: boolean;
    /** It could not be looked at from here, e.g. without the case folder; `pass` is false. */
    readonly unchecked?: true;
    readonly detail: string;
  }[];
}

export type CasesApi = {
  /** Cases in the home folder and those opened from elsewhere, newest first. */
  'cases.list': (p: Record<string, never>) => readonly CaseSummary[];
  'cases.create': (p: { title: string; folder?: string; analyst?: string }) => CaseInfo;
  'cases.open': (p: { folder: string }) => CaseInfo;
  'cases.close': (p: Record<string, never>) => null;
  'cases.current': (p: Record<string, never>) => CaseInfo | null;
  /** Generates the sample incident's evidence, creates its case and ingests it. */
  'cases.openSample': (p: Record<string, never>) => CaseInfo;
  /** Forgets a case in the list; its folder stays. */
  'cases.forget': (p: { folder: string }) => null;
  'analyst.current': (p: Record<string, never>) => Analyst;
  'analyst.rename': (p: { name: string }) => Analyst;
  'ledger.list': (p: { evidence?: number }) => {
    entries: readonly LedgerEntry[];
    intact: boolean;
    detail: string;
  };
  /** Re-checks ledger, work log and (with `evidence`) every sealed byte. A job; `alarm` on any mismatch. */
  'case.verify': (p: { evidence: boolean }) => Verification;
  /** The whole case as one file, without its derived event store; a job. */
  'case.bundle': (p: { path: string }) => { files: number; bytes: number; sha256: string };
  /**
   * A case folder, a bundle, or a proof pack (with the case folder it speaks of, where that is not beside it). Writes
   * nothing, and needs no open case.
   */
  'proof.verify': (p: { path: string; folder?: string }) => Verification;
};
