import type { ParserId } from '#shared/model/ids.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Failure } from '#shared/model/result.ts';
import type { Account } from './account.ts';
import type { EventBatch } from './event-batch.ts';
import type { ParseContext } from './parser.ts';

/** One file to be parsed by one parser. */
export interface ParseJob {
  /** Where the bytes are: the sealed copy, or the referenced original. */
  readonly path: string;
  readonly size: number;
  readonly parser: ParserId;
  readonly context: ParseContext;
}

/** From the pool to a worker: the job and the memory they share while it runs. */
export interface ParseOrder {
  readonly job: ParseJob;
  readonly control: SharedArrayBuffer;
}

/** From a worker to the pool, in order; `done` is the last of a job. */
export type ParseMessage =
  | { readonly kind: 'batch'; readonly batch: EventBatch; readonly account: Account }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] }
  | { readonly kind: 'done'; readonly account: Account; readonly failure?: Failure };

/** Batches a worker may have sent that the receiver has not finished with. */
export const MAX_IN_FLIGHT = 4;

const CANCEL = 0;
const IN_FLIGHT = 1;
const BEAT = 2;

/**
 * What pool and worker share during one job, so that neither needs the other's event loop: the worker parses
 * without ever returning to its own. The cancel flag, the credit of batches, a sign of life and the position.
 */
export class ParseControl {
  readonly #words: Int32Array;
  readonly #position: Float64Array;

  constructor(readonly buffer = new SharedArrayBuffer(32)) {
    this.#words = new Int32Array(buffer, 0, 4);
    this.#position = new Float64Array(buffer, 16, 1);
  }

  cancel(): void {
    Atomics.store(this.#words, CANCEL, 1);
    Atomics.notify(this.#words, IN_FLIGHT);
  }

  get cancelled(): boolean {
    return Atomics.load(this.#words, CANCEL) === 1;
  }

  /** Worker: takes the credit for one more batch, and sleeps until there is one. A cancelled job never sleeps. */
  take(): void {
    for (;;) {
      const flying = Atomics.load(this.#words, IN_FLIGHT);
      if (flying < MAX_IN_FLIGHT || this.cancelled) break;
      Atomics.wait(this.#words, IN_FLIGHT, flying, 1000);
    }
    Atomics.add(this.#words, IN_FLIGHT, 1);
  }

  /** Pool: gives the credit back. */
  give(): void {
    Atomics.sub(this.#words, IN_FLIGHT, 1);
    Atomics.notify(this.#words, IN_FLIGHT);
  }

  /** True while the worker has to wait for the receiver, and so cannot be blamed for silence. */
  get blocked(): boolean {
    return Atomics.load(this.#words, IN_FLIGHT) >= MAX_IN_FLIGHT;
  }

  /** Worker: still alive. */
  beat(): void {
    Atomics.add(this.#words, BEAT, 1);
  }

  get beats(): number {
    return Atomics.load(this.#words, BEAT);
  }

  /** Bytes from the start of the file that the parser has passed. */
  get position(): number {
    return this.#position[0] ?? 0;
  }

  set position(offset: number) {
    this.#position[0] = offset;
  }
}
