import type { EvidenceIndex } from '#shared/model/ids.ts';
import type { EventBatch } from '../parse/event-batch.ts';
import { chunkOf, CHUNK_ROWS } from './batch-chunk.ts';
import type { Database } from './database.ts';

/** One row group: smaller transactions cost DuckDB twice the work for each row. */
const ROWS_A_TRANSACTION = 122_880;

/**
 * Takes the events of one file. The first batch is committed at once, so that it is on screen; later ones in whole
 * row groups. Until `finish`, the file counts as half in and is taken out again when the process dies.
 */
export class EvidenceWriter {
  private waiting: EventBatch[] = [];
  private rows = 0;
  private stored = 0;

  private constructor(
    private readonly database: Database,
    private readonly evidence: EvidenceIndex,
    /** After rows became visible. */
    private readonly committed: (rows: number) => void,
  ) {}

  /** Removes whatever the file had before. */
  static async begin(
    database: Database,
    evidence: EvidenceIndex,
    committed: (rows: number) => void,
  ): Promise<EvidenceWriter> {
    await removeEvidence(database, evidence);
    await database.run({
      text: 'INSERT OR REPLACE INTO loaded VALUES ($1, false)',
      params: [BigInt(evidence)],
    });
    return new EvidenceWriter(database, evidence, committed);
  }

  async add(batch: EventBatch): Promise<void> {
    this.waiting.push(batch);
    this.rows += batch.rows;
    if (this.stored === 0 || this.rows >= ROWS_A_TRANSACTION) await this.commit();
  }

  /** The file is whole, or whole as far as it was wanted. */
  async finish(): Promise<void> {
    await this.commit();
    await this.database.run({
      text: 'UPDATE loaded SET whole = true WHERE evidence = $1',
      params: [BigInt(this.evidence)],
    });
    await this.database.run({
      text: `INSERT OR IGNORE INTO field_name
        SELECT DISTINCT unnest(json_keys(fields)) FROM (SELECT fields FROM fresh WHERE evidence = $1 AND fields IS NOT NULL USING SAMPLE 20000 ROWS)`,
      params: [BigInt(this.evidence)],
    });
  }

  private async commit(): Promise<void> {
    if (this.rows === 0) return;
    const batches = this.waiting;
    const rows = this.rows;
    this.waiting = [];
    this.rows = 0;
    await this.database.using(async (connection) => {
      await connection.run('BEGIN');
      const appender = await connection.createAppender('fresh');
      for (const batch of batches) {
        for (let start = 0; start < batch.rows; start += CHUNK_ROWS) {
          appender.appendDataChunk(chunkOf(batch, start, this.evidence));
          // Queries of the page are answered between chunks.
          await new Promise((resolve) => setImmediate(resolve));
        }
      }
      appender.closeSync();
      await connection.run('COMMIT');
    });
    this.stored += rows;
    this.committed(rows);
  }
}

export async function removeEvidence(database: Database, evidence: EvidenceIndex): Promise<void> {
  const params = [BigInt(evidence)];
  for (const table of ['fresh', 'settled', 'loaded']) {
    await database.run({ text: `DELETE FROM ${table} WHERE evidence = $1`, params });
  }
}

/** Takes out the files that were half in when the process ended. @returns their numbers */
export async function removeHalfLoaded(database: Database): Promise<readonly EvidenceIndex[]> {
  const rows = await database.rows({
    text: 'SELECT evidence FROM loaded WHERE NOT whole',
    params: [],
  });
  const half = rows.map((row) => Number(row['evidence']) as EvidenceIndex);
  for (const evidence of half) await removeEvidence(database, evidence);
  return half;
}
