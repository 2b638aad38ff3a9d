import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceIssue } from '#shared/model/evidence.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import type { Issue } from '#shared/model/issue.ts';
import { replaceFile } from '../casefile/durable-file.ts';
import { isSystemError } from '../casefile/io-failure.ts';

const SEVERITY = { loss: 0, warning: 1, info: 2 } as const;

/**
 * The defects met in each file, one JSON file each in the case folder. Derived, like the event store: parsing again
 * writes them anew. How many there were in all is in the ledger.
 */
export class IssueShelf {
  constructor(private readonly folder: string) {}

  async put(evidence: EvidenceIndex, issues: readonly Issue[]): Promise<void> {
    const path = join(this.folder, `${evidence}.json`);
    if (issues.length === 0) return rm(path, { force: true });
    await mkdir(this.folder, { recursive: true });
    await replaceFile(path, JSON.stringify(issues));
  }

  /** Losses first, then by place. */
  async of(evidence: EvidenceIndex, limit: number): Promise<readonly EvidenceIssue[]> {
    const issues = await this.read(evidence);
    return issues
      .map((issue) => ({ ...issue, evidence }))
      .sort(
        (a, b) => SEVERITY[a.severity] - SEVERITY[b.severity] || (a.offset ?? 0) - (b.offset ?? 0),
      )
      .slice(0, limit);
  }

  async all(limit: number): Promise<readonly EvidenceIssue[]> {
    const found: EvidenceIssue[] = [];
    for (const index of await this.indexes()) {
      if (found.length >= limit) break;
      found.push(...(await this.of(index, limit - found.length)));
    }
    return found;
  }

  private async indexes(): Promise<readonly EvidenceIndex[]> {
    try {
      const names = await readdir(this.folder);
      return names
        .map((name) => /^(\d+)\.json$/.exec(name)?.[1])
        .filter((digits) => digits !== undefined)
        .map((digits) => Number(digits) as EvidenceIndex)
        .sort((a, b) => a - b);
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return [];
      throw error;
    }
  }

  private async read(evidence: EvidenceIndex): Promise<readonly Issue[]> {
    try {
      // Our own file, and derived: one that is damaged is a case for parsing again, and says so by throwing.
      return JSON.parse(await readFile(join(this.folder, `${evidence}.json`), 'utf8')) as Issue[];
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return [];
      throw error;
    }
  }
}
