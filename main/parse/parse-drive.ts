import type { Worker } from 'node:worker_threads';
import type { Issue } from '#shared/model/issue.ts';
import type { Failure } from '#shared/model/result.ts';
import { type Account, EMPTY_ACCOUNT } from './account.ts';
import type { EventBatch } from './event-batch.ts';
import {
  ParseControl,
  type ParseJob,
  type ParseMessage,
  type ParseOrder,
} from './parse-protocol.ts';

/** Who takes what a job yields. Batches come in order, the next one only when the last is finished with. */
export interface ParseReceiver {
  /** A rejection stops the job, and is what the run rejects with. */
  batch(batch: EventBatch): void | Promise<void>;
  issues(issues: readonly Issue[]): void;
  /** Bytes from the start that the parser has passed; at most ten times a second. */
  progress?(bytes: number): void;
}

/** How a job ended on a worker: the account is of exactly what was delivered. */
export interface Drive {
  readonly account: Account;
  readonly failure?: Failure;
  /** The worker did not survive. */
  readonly dead: boolean;
}

const TICK_MS = 100;

/** Drives one job on one worker to its end, whatever end that is. Rejects only with an error of the receiver. */
export function drive(
  worker: Worker,
  job: ParseJob,
  receiver: ParseReceiver,
  silenceMs: number,
  signal: AbortSignal | undefined,
): Promise<Drive> {
  const control = new ParseControl();
  let account = EMPTY_ACCOUNT;
  let deliveries: Promise<void> = Promise.resolve();
  let refusal: { readonly error: unknown } | undefined;

  const deliver = async (message: ParseMessage): Promise<void> => {
    if (refusal !== undefined) return;
    try {
      if (message.kind === 'issues') receiver.issues(message.issues);
      if (message.kind === 'batch') {
        await receiver.batch(message.batch);
        account = message.account;
      }
    } catch (error) {
      refusal = { error };
      control.cancel();
    }
  };

  return new Promise<Drive>((resolve, reject) => {
    const finish = (end: Omit<Drive, 'account'>, final?: Account): void => {
      clearInterval(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
      worker.unref();
      void deliveries.then(() =>
        refusal === undefined
          ? resolve({ account: final ?? account, ...end })
          : reject(refusal.error),
      );
    };
    const died = (what: string): void =>
      finish({ dead: true, failure: deathOf(job, what, control.position) });

    const onMessage = (message: ParseMessage): void => {
      if (message.kind === 'done') {
        const { failure } = message;
        finish({ dead: false, ...(failure !== undefined && { failure }) }, message.account);
        return;
      }
      deliveries = deliveries
        .then(() => deliver(message))
        .finally(() => {
          if (message.kind === 'batch') control.give();
        });
    };
    const onError = (error: Error): void =>
      died(
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? 'ran out of memory'
          : `stopped: ${error.message}`,
      );
    const onExit = (code: number): void => died(`ended with code ${code}`);
    const onAbort = (): void => control.cancel();

    let beats = -1;
    let silentSince = performance.now();
    const timer = setInterval(() => {
      receiver.progress?.(control.position);
      const now = performance.now();
      if (control.beats !== beats || control.blocked) {
        ({ beats } = control);
        silentSince = now;
      } else if (now - silentSince > silenceMs) {
        died(`made no progress for ${Math.round(silenceMs / 1000)} s`);
        void worker.terminate();
      }
    }, TICK_MS);

    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted === true) control.cancel();
    worker.ref();
    worker.postMessage({ job, control: control.buffer } satisfies ParseOrder, []);
  });
}

const deathOf = (job: ParseJob, what: string, position: number): Failure => ({
  code: 'parser-failed',
  message: `The parser ${job.parser} ${what} while reading ${job.context.name}, near byte ${position}. What it had read until then is kept.`,
  subject: job.context.name,
});
