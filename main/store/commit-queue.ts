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
/** While the database packs one in its own threads, the next is laid out in this one. */
const AT_ONCE = 2;

/** Gathers batches, of whatever files, into transactions of a size that suits the database. More wait at the door. */
export class CommitQueue {
  #waiting: Incoming[] = [];
  #rows = 0;
  #running = new Set<Promise<void>>();
  #hurried = false;
  #room: (() => void)[] = [];

  /** `commit` may be called again before it has ended. */
  constructor(private readonly commit: (batches: readonly Incoming[]) => Promise<void>) {}

  /** Resolves when there is room for more. */
  async add(incoming: Incoming): Promise<void> {
    this.#waiting.push(incoming);
    this.#rows += incoming.batch.rows;
    this.#start();
    while (this.#rows >= ROWS_A_COMMIT && this.#running.size === AT_ONCE) {
      await new Promise<void>((resolve) => this.#room.push(resolve));
    }
  }

  /** Everything that came until now is committed, or failed. */
  async flush(): Promise<void> {
    this.#hurried = true;
    this.#start();
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Forgets what waits of a file; what is being committed ends first. */
  async drop(evidence: EvidenceIndex): Promise<void> {
    this.#waiting = this.#waiting.filter((incoming) => incoming.evidence !== evidence);
    this.#rows = this.#waiting.reduce((sum, { batch }) => sum + batch.rows, 0);
    await Promise.all(this.#running);
  }

  #start(): void {
    if (this.#rows === 0) this.#hurried = false;
    if (this.#running.size === AT_ONCE || this.#rows === 0) return;
    if (this.#rows < ROWS_A_COMMIT && !this.#hurried) return;
    const batches = this.#waiting;
    this.#waiting = [];
    this.#rows = 0;
    this.#hurried = false;
    const running = this.#run(batches).finally(() => {
      this.#running.delete(running);
      for (const go of this.#room.splice(0)) go();
      this.#start();
    });
    this.#running.add(running);
  }

  async #run(batches: readonly Incoming[]): Promise<void> {
    try {
      await this.commit(batches);
    } catch (error) {
      for (const incoming of batches) incoming.failed(error);
      return;
    }
    for (const incoming of batches) incoming.committed(incoming.batch.rows);
  }
}
