import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { FailureCode, Result } from '#shared/model/result.ts';
import { fail, FailureError, ok } from '#shared/model/result.ts';
import type { Op } from '#shared/work/op.ts';

/** One act on its way into the case folder. */
interface Delivery {
  readonly ops: readonly Op[];
  readonly settle: (result: Result<null>) => void;
  readonly reject: (bug: unknown) => void;
}

export interface SenderOptions {
  readonly engine: EngineClient;
  readonly sleep: (ms: number) => Promise<void>;
  /** After each attempt: what it did is in `trouble` and `waiting`. */
  readonly changed: () => void;
  /** After each success: how many ops the engine did not have yet. */
  readonly appended: (count: number) => void;
}

/** The engine is being started again, or has not opened the case yet. It passes by itself. */
const PASSING: ReadonlySet<FailureCode> = new Set(['engine-stopped', 'case-not-open']);
const CLOSED = fail(
  'cancelled',
  'The case was closed before this was in its folder; what is kept in the window is added on opening.',
);
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;
const SLOW_AFTER_MS = 2_000;
const OPS_AT_ONCE = 500;

/**
 * Carries ops into the case folder in the order they were made, and does not give up while the page lives: an engine
 * that falls over, a full disk, a pulled stick only delay them.
 */
export class OpSender {
  private queue: Delivery[] = [];
  private running = false;
  private stopped = false;
  private why: string | undefined;
  private refusal: string | undefined;
  private awake: (() => void) | undefined;
  /** After a refusal acts are sent one by one, so that a bad one does not hold up the good. */
  private alone = false;

  constructor(private readonly options: SenderOptions) {}

  /** Ops that are not in the case folder yet. */
  get waiting(): number {
    return this.queue.reduce((sum, { ops }) => sum + ops.length, 0);
  }

  /** Why they are not, once it takes longer than it should. */
  get trouble(): string | undefined {
    return this.why ?? this.refusal;
  }

  /**
   * Resolves when the ops are in the case folder, or with a failure of theirs: of a refused op for good, of a full
   * disk and the like while they are tried again.
   */
  send(ops: readonly Op[]): Promise<Result<null>> {
    if (this.stopped) return Promise.resolve(CLOSED);
    return new Promise((settle, reject) => {
      this.queue.push({ ops, settle, reject });
      if (this.running) return;
      this.running = true;
      void this.run();
    });
  }

  /** Tries again at once: the engine is back. */
  wake(): void {
    this.awake?.();
  }

  /** Sends nothing more. What was not sent is on the shelf and goes out when the case is opened again. */
  stop(): void {
    this.stopped = true;
    this.wake();
    for (const { settle } of this.queue.splice(0)) settle(CLOSED);
  }

  private async run(): Promise<void> {
    let pause = FIRST_RETRY_MS;
    while (this.queue.length > 0 && !this.stopped) {
      const batch = this.nextBatch();
      const delivered = await this.deliver(batch);
      if (delivered) pause = FIRST_RETRY_MS;
      this.options.changed();
      if (delivered) continue;
      await Promise.race([
        this.options.sleep(pause),
        new Promise<void>((resolve) => (this.awake = resolve)),
      ]);
      pause = Math.min(pause * 2, LAST_RETRY_MS);
    }
    this.running = false;
  }

  private nextBatch(): readonly Delivery[] {
    let ops = 0;
    const end = this.queue.findIndex((delivery) => (ops += delivery.ops.length) >= OPS_AT_ONCE);
    return this.queue.slice(0, this.alone ? 1 : end < 0 ? this.queue.length : end + 1);
  }

  /** Whether to go on with the next batch. */
  private async deliver(batch: readonly Delivery[]): Promise<boolean> {
    try {
      const { appended } = await this.patiently(
        this.options.engine.call('work.append', { ops: batch.flatMap(({ ops }) => ops) }),
      );
      this.options.appended(appended);
    } catch (error) {
      return this.failed(error, batch);
    }
    this.why = undefined;
    this.alone = false;
    this.done(batch, ok(null));
    return true;
  }

  private failed(error: unknown, batch: readonly Delivery[]): boolean {
    if (!(error instanceof FailureError)) {
      this.why = 'The engine met a defect of Fireline; the work is kept in this window.';
      for (const { reject } of batch) reject(error);
      return false;
    }
    const { failure } = error;
    if (failure.code !== 'invalid-argument') {
      this.why = failure.message;
      if (PASSING.has(failure.code)) return false;
      for (const { settle } of batch) settle({ ok: false, failure });
      return false;
    }
    if (batch.length > 1) {
      this.alone = true;
      return true;
    }
    this.refusal = failure.message;
    this.done(batch, { ok: false, failure });
    return true;
  }

  private done(batch: readonly Delivery[], result: Result<null>): void {
    this.queue = this.queue.filter((delivery) => !batch.includes(delivery));
    for (const { settle } of batch) settle(result);
  }

  /** Says so when an answer is slow in coming. */
  private async patiently<T>(answer: Promise<T>): Promise<T> {
    let answered = false;
    void this.options.sleep(SLOW_AFTER_MS).then(() => {
      if (answered || this.stopped) return;
      this.why ??= 'The engine has not answered yet; the work is kept in this window.';
      this.options.changed();
    });
    try {
      return await answer;
    } finally {
      answered = true;
    }
  }
}
