import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import type { Database } from './database.ts';

/** What the store has to know of a file to give its events their identity. */
export interface StoredEvidence {
  readonly index: EvidenceIndex;
  readonly sha256: Sha256;
  readonly name: string;
  readonly parser: string;
  readonly parserVersion: number;
}

/** The files that events came from. */
export class EvidenceNames {
  private readonly known = new Map<EvidenceIndex, StoredEvidence>();

  constructor(private readonly database: Database) {}

  async load(): Promise<void> {
    const rows = await this.database.rows({ text: 'SELECT * FROM evidence_name', params: [] });
    for (const row of rows) {
      const index = Number(row['idx']) as EvidenceIndex;
      this.known.set(index, {
        index,
        sha256: String(row['sha256']) as Sha256,
        name: String(row['name']),
        parser: String(row['parser']),
        parserVersion: Number(row['parser_version']),
      });
    }
  }

  of(index: EvidenceIndex): StoredEvidence | undefined {
    return this.known.get(index);
  }

  async set(evidence: StoredEvidence): Promise<void> {
    this.known.set(evidence.index, evidence);
    await this.database.run({
      text: 'INSERT OR REPLACE INTO evidence_name VALUES ($1, $2, $3, $4, $5)',
      params: [
        BigInt(evidence.index),
        evidence.sha256,
        evidence.name,
        evidence.parser,
        BigInt(evidence.parserVersion),
      ],
    });
  }
}
