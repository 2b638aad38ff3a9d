import { join } from 'node:path';
import type { Sha256 } from '#shared/model/ids.ts';

/** Where everything lies in a case folder (docs/format/case-folder.md). Absolute paths. */
export interface CaseLayout {
  readonly folder: string;
  readonly caseFile: string;
  readonly ledger: string;
  readonly work: string;
  readonly heads: string;
  readonly lock: string;
  readonly evidence: string;
  /** Copies being written; whatever lies here after a crash is rubbish. */
  readonly incoming: string;
  /** Derived from evidence at any time. */
  readonly events: string;
  readonly reports: string;
  /** For the case list, derived. */
  readonly summary: string;
  /** Place of a sealed file: its name is its SHA-256. */
  vaultFile(sha256: Sha256): string;
}

export const caseLayout = (folder: string): CaseLayout => ({
  folder,
  caseFile: join(folder, 'case.json'),
  ledger: join(folder, 'ledger.jsonl'),
  work: join(folder, 'work.jsonl'),
  heads: join(folder, 'heads.json'),
  lock: join(folder, 'lock.json'),
  evidence: join(folder, 'evidence'),
  incoming: join(folder, 'evidence', 'incoming'),
  events: join(folder, 'events.duckdb'),
  reports: join(folder, 'reports'),
  summary: join(folder, 'summary.json'),
  vaultFile: (sha256) => join(folder, 'evidence', sha256.slice(0, 2), sha256),
});
