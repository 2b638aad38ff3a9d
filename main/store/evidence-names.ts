import type { DuckDBConnection } from '@duckdb/node-api';
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

  private readonly waiting = new Map<EvidenceIndex, StoredEvidence>();

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

  /** It is in the database with the first events of the file, or with its end. */
  set(evidence: StoredEvidence): void {
    this.known.set(evidence.index, evidence);
    this.waiting.set(evidence.index, evidence);
  }

  /** Those that the database does not have yet, each once. */
  unsaved(indexes: readonly EvidenceIndex[]): readonly StoredEvidence[] {
    return [...new Set(indexes)].flatMap((index) => this.waiting.get(index) ?? []);
  }

  async save(connection: DuckDBConnection, files: readonly StoredEvidence[]): Promise<void> {
    for (const { index, sha256, name, parser, parserVersion } of files) {
      await connection.run(
        `INSERT OR REPLACE INTO evidence_name VALUES (${index}, $1, $2, $3, ${parserVersion})`,
        [sha256, name, parser],
      );
    }
  }

  saved(files: readonly StoredEvidence[]): void {
    for (const file of files) {
      if (this.waiting.get(file.index) === file) this.waiting.delete(file.index);
    }
  }
}
