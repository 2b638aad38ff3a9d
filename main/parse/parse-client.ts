import { Worker } from 'node:worker_threads';
import type { Coverage } from '#shared/model/evidence.ts';
import type { Failure } from '#shared/model/result.ts';
import { type Account, coverageOf } from './account.ts';
import { type ParseReceiver, drive } from './parse-drive.ts';
import type { ParseJob } from './parse-protocol.ts';
import { parseWorkerFile } from './worker-file.ts';

/** How a job ended. What was delivered before a failure is whole, and the account is of exactly that. */
export interface ParseOutcome {
  readonly status: 'done' | 'cancelled' | 'failed';
  readonly failure?: Failure;
  readonly account: Account;
  readonly coverage: Coverage;
  readonly seconds: number;
}

export interface ParsePoolOptions {
  readonly threads: number;
  /** The built worker; found by itself when absent. */
  readonly workerFile?: string;
  /** Old-generation heap of a worker, MiB; beyond it the worker ends and its file is reported as failed. */
  readonly heapMiB?: number;
  /** A worker that shows no sign of life for this long is ended, ms. */
  readonly silenceMs?: number;
}

const DEFAULT_HEAP_MIB = 1_024;
const DEFAULT_SILENCE_MS = 60_000;

/**
 * Warm parse workers. Warmth matters: compiling a parser's hot code costs half a second of each new thread.
 * A worker that crashes, runs out of memory or hangs takes only its own file with it.
 */
export class ParsePool {
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: (() => void)[] = [];
  readonly #file: string;

  constructor(private readonly options: ParsePoolOptions) {
    this.#file = options.workerFile ?? parseWorkerFile();
  }

  /** Starts the threads ahead of the first job. */
  warm(): void {
    while (this.#all.size < this.options.threads) this.#idle.push(this.#start());
  }

  /** Parses one file; waits for a free thread. Rejects only with an error of the receiver. */
  async run(job: ParseJob, receiver: ParseReceiver, signal?: AbortSignal): Promise<ParseOutcome> {
    const worker = await this.#acquire();
    const started = performance.now();
    let dead = false;
    try {
      const silence = this.options.silenceMs ?? DEFAULT_SILENCE_MS;
      const end = await drive(worker, job, receiver, silence, signal);
      ({ dead } = end);
      return {
        status: statusOf(end.failure),
        ...(end.failure !== undefined && { failure: end.failure }),
        account: end.account,
        coverage: coverageOf(end.account, job.size),
        seconds: (performance.now() - started) / 1000,
      };
    } finally {
      this.#release(worker, dead);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  async #acquire(): Promise<Worker> {
    for (;;) {
      const idle = this.#idle.pop();
      if (idle !== undefined) return idle;
      if (this.#all.size < this.options.threads) return this.#start();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #release(worker: Worker, dead: boolean): void {
    if (dead) this.#all.delete(worker);
    else if (this.#all.has(worker)) this.#idle.push(worker);
    this.#waiting.shift()?.();
  }

  #start(): Worker {
    const worker = new Worker(this.#file, {
      resourceLimits: { maxOldGenerationSizeMb: this.options.heapMiB ?? DEFAULT_HEAP_MIB },
    });
    this.#all.add(worker);
    worker.once('exit', () => {
      this.#all.delete(worker);
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
      this.#waiting.shift()?.();
    });
    // An idle pool must not keep its process alive; a running job holds it for as long as it runs.
    worker.unref();
    return worker;
  }
}

function statusOf(failure: Failure | undefined): ParseOutcome['status'] {
  if (failure === undefined) return 'done';
  return failure.code === 'cancelled' ? 'cancelled' : 'failed';
}
