import type { EvidenceIndex } from '#shared/model/ids.ts';
import type { EventBatch } from '../parse/event-batch.ts';

/** A batch on its way into the store. */
export interface Incoming {
  readonly evidence: EvidenceIndex;
  readonly batch: EventBatch;
  /** After its rows became visible. */
  committed(rows: number): void;
  /** Its rows never will be. */
  failed(error: unknown): void;
}

/** One row group of the database: smaller transactions cost it twice the work for each row. */
const ROWS_A_COMMIT = 122_880;

/**
 * Gathers batches, of whatever files, into transactions of a size that suits the database. While one is being packed in
 * the database's own threads, the next is gathered; more than that wait at the door.
 */
export class CommitQueue {
  #waiting: Incoming[] = [];
  #rows = 0;
  #running: Promise<void> | undefined;
  #hurried = false;
  #room: (() => void)[] = [];

  constructor(private readonly commit: (batches: readonly Incoming[]) => Promise<void>) {}

  /** Resolves when there is room for more. */
  async add(incoming: Incoming): Promise<void> {
    this.#waiting.push(incoming);
    this.#rows += incoming.batch.rows;
    this.#start();
    while (this.#rows >= ROWS_A_COMMIT && this.#running !== undefined) {
      await new Promise<void>((resolve) => this.#room.push(resolve));
    }
  }

  /** Everything that came until now is committed, or failed. */
  async flush(): Promise<void> {
    this.#hurried = true;
    this.#start();
    while (this.#running !== undefined) await this.#running;
  }

  /** Forgets what waits of a file; what is being committed ends first. */
  async drop(evidence: EvidenceIndex): Promise<void> {
    this.#waiting = this.#waiting.filter((incoming) => incoming.evidence !== evidence);
    this.#rows = this.#waiting.reduce((sum, { batch }) => sum + batch.rows, 0);
    await this.#running;
  }

  #start(): void {
    if (this.#running !== undefined) return;
    if (this.#rows === 0) this.#hurried = false;
    if (this.#rows === 0 || (this.#rows < ROWS_A_COMMIT && !this.#hurried)) return;
    const batches = this.#waiting;
    const rows = this.#rows;
    this.#waiting = [];
    this.#rows = 0;
    this.#hurried = false;
    for (const go of this.#room.splice(0)) go();
    this.#running = this.#run(batches, rows);
  }

  async #run(batches: readonly Incoming[], rows: number): Promise<void> {
    try {
      if (rows > 0) await this.commit(batches);
      for (const incoming of batches) incoming.committed(incoming.batch.rows);
    } catch (error) {
      for (const incoming of batches) incoming.failed(error);
    }
    this.#running = undefined;
    for (const go of this.#room.splice(0)) go();
    this.#start();
  }
}
