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

/** A file that has no more batches: from this commit on it is whole. */
export interface Ending {
  readonly evidence: EvidenceIndex;
  committed(): void;
  failed(error: unknown): void;
}

/** What becomes durable together, or not at all. */
export interface Commit {
  readonly batches: readonly Incoming[];
  readonly endings: readonly Ending[];
}

/** One row group of the database: smaller transactions cost it twice the work for each row. */
const ROWS_A_COMMIT = 122_880;
/** While the database packs one in its own threads, the next is laid out in this one. */
const AT_ONCE = 2;
/** Small files that come one after another share a commit: the next begins no earlier than this, ms. */
const LULL_MS = 100;

/** Gathers batches, of whatever files, into transactions of a size that suits the database. More wait at the door. */
export class CommitQueue {
  #waiting: Incoming[] = [];
  #endings: Ending[] = [];
  #rows = 0;
  /** Each with the files whose batches are in it. */
  #running = new Map<Promise<void>, ReadonlySet<EvidenceIndex>>();
  #hurried = false;
  #room: (() => void)[] = [];
  #begun = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param commit may be called again before it has ended
   * @param many whether more than one file is coming in
   */
  constructor(
    private readonly commit: (commit: Commit) => Promise<void>,
    private readonly many: () => boolean,
  ) {}

  /** Resolves when there is room for more. */
  async add(incoming: Incoming): Promise<void> {
    this.#waiting.push(incoming);
    this.#rows += incoming.batch.rows;
    this.#start();
    while (this.#rows >= ROWS_A_COMMIT && this.#running.size === AT_ONCE) {
      await new Promise<void>((resolve) => this.#room.push(resolve));
    }
  }

  /** Marks a file as whole, together with the last of its batches; soon. */
  end(ending: Ending): void {
    this.#endings.push(ending);
    this.hurry();
  }

  /** The first batch of a file is on screen at once when it comes alone, and soon when many come. */
  async begin(): Promise<void> {
    if (this.many()) this.hurry();
    else await this.flush();
  }

  /** What waits is committed soon, though it is little. */
  hurry(): void {
    this.#hurried = true;
    this.#start();
  }

  /** Everything that came until now is committed, or failed. */
  async flush(): Promise<void> {
    while (this.#running.size > 0 || this.#waiting.length + this.#endings.length > 0) {
      this.#begun = -Infinity;
      this.hurry();
      await Promise.all(this.#running.keys());
    }
  }

  /** Forgets what waits of a file; what is being committed ends first. */
  async drop(evidence: EvidenceIndex): Promise<void> {
    if (this.#endings.some((ending) => ending.evidence === evidence)) await this.flush();
    this.#waiting = this.#waiting.filter((incoming) => incoming.evidence !== evidence);
    this.#rows = this.#waiting.reduce((sum, { batch }) => sum + batch.rows, 0);
    await Promise.all(this.#running.keys());
  }

  #start(): void {
    if (this.#rows === 0 && this.#endings.length === 0) this.#hurried = false;
    if (this.#running.size === AT_ONCE) return;
    if (this.#rows < ROWS_A_COMMIT) {
      if (!this.#hurried) return;
      const rest = this.#begun + LULL_MS - performance.now();
      if (rest > 0 && this.many()) {
        if (this.#timer === undefined) {
          this.#timer = setTimeout(() => {
            this.#timer = undefined;
            this.#start();
          }, rest);
        }
        return;
      }
    }
    const batches = this.#waiting;
    const endings = this.#endings.filter(({ evidence }) => !this.#isRunning(evidence));
    if (batches.length + endings.length === 0) return;
    this.#endings = this.#endings.filter((ending) => !endings.includes(ending));
    this.#waiting = [];
    this.#rows = 0;
    this.#hurried = this.#endings.length > 0;
    this.#begun = performance.now();
    const running = this.#run({ batches, endings }).finally(() => {
      this.#running.delete(running);
      for (const go of this.#room.splice(0)) go();
      this.#start();
    });
    this.#running.set(running, new Set(batches.map(({ evidence }) => evidence)));
  }

  /** A file is whole only after all of its batches: were one to fail, the other commit could not know. */
  #isRunning(evidence: EvidenceIndex): boolean {
    return [...this.#running.values()].some((files) => files.has(evidence));
  }

  async #run(whole: Commit): Promise<void> {
    try {
      await this.commit(whole);
    } catch (error) {
      const files = new Set([...whole.batches, ...whole.endings].map(({ evidence }) => evidence));
      // One file's fault must not be that of those it happened to come with.
      if (files.size > 1) {
        for (const file of files) await this.#run(ofFile(whole, file));
        return;
      }
      // Nor may it count as whole later on.
      const late = this.#endings.filter(({ evidence }) => files.has(evidence));
      this.#endings = this.#endings.filter((ending) => !late.includes(ending));
      for (const one of [...whole.batches, ...whole.endings, ...late]) one.failed(error);
      return;
    }
    for (const incoming of whole.batches) incoming.committed(incoming.batch.rows);
    for (const ending of whole.endings) ending.committed();
  }
}

const ofFile = ({ batches, endings }: Commit, file: EvidenceIndex): Commit => ({
  batches: batches.filter(({ evidence }) => evidence === file),
  endings: endings.filter(({ evidence }) => evidence === file),
});
