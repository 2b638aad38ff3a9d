import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Md5, Sha1, Sha256 } from '#shared/model/ids.ts';
import { FailureError } from '#shared/model/result.ts';
import {
  HASH_GROUPS,
  HashRing,
  SLOT_BYTES,
  type HashAnswer,
  type HashOrder,
} from './hash-protocol.ts';

export interface Digests {
  readonly sha256: Sha256;
  readonly sha1: Sha1;
  readonly md5: Md5;
  readonly bytes: number;
}

/**
 * Where bytes come from. Fills the buffer as far as it can; 0 is the end. What it gave stays in the buffer until the
 * next call.
 */
export type ReadInto = (buffer: Uint8Array) => Promise<number>;

export interface HashStep {
  /** Gets every block once, in order, e.g. to write the sealed copy. Awaited. */
  readonly block?: (bytes: Uint8Array) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** SHA-256, SHA-1 and MD5 of one stream in one pass: two warm threads hash while this one reads and writes. */
export class Hasher {
  private workers: Worker[] | undefined;
  private busy: Promise<unknown> = Promise.resolve();
  /** The first block of the stream at hand. */
  private readonly first = Buffer.allocUnsafeSlow(SLOT_BYTES);

  constructor(private readonly workerFile: string) {}

  /** One stream at a time; others wait. @throws FailureError cancelled; whatever `read` or `block` throw */
  digest(read: ReadInto, step: HashStep = {}): Promise<Digests> {
    const done = this.busy.then(() => this.stream(read, step));
    this.busy = done.catch(() => undefined);
    return done;
  }

  async close(): Promise<void> {
    await Promise.all((this.workers ?? []).map((worker) => worker.terminate()));
    this.workers = undefined;
  }

  private async stream(read: ReadInto, step: HashStep): Promise<Digests> {
    const { first } = this;
    const length = await readWhole(read, first);
    // A thread costs more than hashing one small block here.
    if (length < SLOT_BYTES) {
      stopIfAborted(step.signal);
      const bytes = first.subarray(0, length);
      if (length > 0) await step.block?.(bytes);
      const hex = (name: string): string => createHash(name).update(bytes).digest('hex');
      return digestsOf({ md5: hex('md5'), sha1: hex('sha1'), sha256: hex('sha256') }, length);
    }
    return this.ringStream(read, step, first);
  }

  private async ringStream(read: ReadInto, step: HashStep, first: Buffer): Promise<Digests> {
    const ring = new HashRing();
    const lost = new AbortController();
    const answers = this.start().map((worker, group) =>
      ask(worker, { control: ring.control, data: ring.data, group }).catch((error: unknown) => {
        lost.abort(error);
        throw error;
      }),
    );
    const settled = Promise.allSettled(answers);
    let bytes = 0;
    try {
      for (let n = 0, length = first.length; length > 0; n++) {
        await ring.free(n, lost.signal);
        const slot = ring.slot(n);
        if (n === 0) slot.set(first);
        else length = await readWhole(read, slot);
        if (length === 0) break;
        stopIfAborted(step.signal);
        ring.publish(n, length);
        bytes += length;
        await step.block?.(slot.subarray(0, length));
      }
    } finally {
      ring.end();
      // Also when this stream failed: what the workers say of it must not be taken for an answer about the next.
      await settled;
      if (lost.signal.aborted) await this.close();
    }
    const found = await Promise.all(answers);
    return digestsOf(Object.assign({}, ...found) as HashAnswer, bytes);
  }

  private start(): readonly Worker[] {
    this.workers ??= HASH_GROUPS.map(() => {
      const worker = new Worker(this.workerFile);
      worker.unref();
      return worker;
    });
    return this.workers;
  }
}

/** Fills the buffer unless the stream ends. */
async function readWhole(read: ReadInto, buffer: Uint8Array): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const got = await read(buffer.subarray(filled));
    if (got === 0) break;
    filled += got;
  }
  return filled;
}

function ask(worker: Worker, order: HashOrder): Promise<HashAnswer> {
  return new Promise((resolve, reject) => {
    worker.ref();
    const done = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
    };
    const onMessage = (answer: HashAnswer): void => {
      done();
      resolve(answer);
    };
    const onError = (error: Error): void => {
      done();
      reject(error);
    };
    const onExit = (code: number): void =>
      onError(new Error(`a hash worker ended by itself (exit ${code})`));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(order);
  });
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new FailureError({ code: 'cancelled', message: 'Reading the file was cancelled.' });
  }
}

function digestsOf({ sha256, sha1, md5 }: HashAnswer, bytes: number): Digests {
  if (sha256 === undefined || sha1 === undefined || md5 === undefined) {
    throw new Error('a hash worker did not answer with its digests');
  }
  return { sha256: sha256 as Sha256, sha1: sha1 as Sha1, md5: md5 as Md5, bytes };
}
