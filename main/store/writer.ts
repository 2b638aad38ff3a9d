import type { EvidenceIndex } from '#shared/model/ids.ts';
import type { EventBatch } from '../parse/event-batch.ts';
import type { CommitQueue } from './commit-queue.ts';

/**
 * Takes the events of one file. The first batch is committed at once, so that it is on screen; later ones in whole
 * row groups. Until `finish`, the file counts as half in and is taken out again when the process dies.
 */
export class EvidenceWriter {
  private any = false;
  private failure: { readonly error: unknown } | undefined;

  constructor(
    private readonly queue: CommitQueue,
    private readonly evidence: EvidenceIndex,
    /** After rows became visible. */
    private readonly committed: (rows: number) => void,
    private readonly finished: () => void,
  ) {}

  /** @throws what an earlier batch failed with: disk-full and the like */
  async add(batch: EventBatch): Promise<void> {
    this.fail();
    if (batch.rows === 0) return;
    const first = !this.any;
    this.any = true;
    const adding = this.queue.add({
      evidence: this.evidence,
      batch,
      committed: this.committed,
      failed: (error) => {
        this.failure ??= { error };
      },
    });
    if (first) await this.queue.begin();
    await adding;
    this.fail();
  }

  /** The file is whole, or whole as far as it was wanted: when this returns, it is on disk. */
  async finish(): Promise<void> {
    this.fail();
    await new Promise<void>((committed, failed) => {
      this.queue.end({ evidence: this.evidence, committed, failed });
    });
    this.finished();
  }

  private fail(): void {
    if (this.failure !== undefined) throw this.failure.error;
  }
}
