/** Bytes of a slot, and how many there are: enough that reading and hashing never wait for each other long. */
export const SLOT_BYTES = 1_048_576;
export const SLOTS = 12;

/** Digests a worker makes of one stream. MD5 is the slowest by far and has a worker of its own. */
export const HASH_GROUPS = [['md5'], ['sha1', 'sha256']] as const;
export type HashName = (typeof HASH_GROUPS)[number][number];

const PRODUCED = 0;
const ENDED = 1;
const CONSUMED = 2;
const LENGTHS = CONSUMED + HASH_GROUPS.length;

/** What reader and hash workers share for one file: a ring of slots, how far it is filled, how far each has read. */
export class HashRing {
  private readonly words: Int32Array;
  private readonly bytes: Uint8Array;

  constructor(
    readonly control = new SharedArrayBuffer(4 * (LENGTHS + SLOTS)),
    readonly data = new SharedArrayBuffer(SLOT_BYTES * SLOTS),
  ) {
    this.words = new Int32Array(control);
    this.bytes = new Uint8Array(data);
  }

  slot(n: number): Uint8Array {
    const start = (n % SLOTS) * SLOT_BYTES;
    return this.bytes.subarray(start, start + SLOT_BYTES);
  }

  /** Reader: slot `n` holds `length` bytes. */
  publish(n: number, length: number): void {
    Atomics.store(this.words, LENGTHS + (n % SLOTS), length);
    Atomics.store(this.words, PRODUCED, n + 1);
    Atomics.notify(this.words, PRODUCED);
  }

  /** Reader: there are no more slots. */
  end(): void {
    Atomics.store(this.words, ENDED, 1);
    Atomics.notify(this.words, PRODUCED);
  }

  /** Reader: waits until slot `n` may be written again. `lost` aborts when a worker is gone, and is thrown then. */
  async free(n: number, lost: AbortSignal): Promise<void> {
    for (let group = 0; group < HASH_GROUPS.length; group++) {
      for (;;) {
        lost.throwIfAborted();
        const consumed = Atomics.load(this.words, CONSUMED + group);
        if (n - consumed < SLOTS) break;
        const waiting = Atomics.waitAsync(this.words, CONSUMED + group, consumed, 1_000);
        if (waiting.async) await waiting.value;
      }
    }
  }

  /** Worker: waits for slot `n`; undefined when the stream ended before it. */
  take(n: number): Uint8Array | undefined {
    for (;;) {
      const produced = Atomics.load(this.words, PRODUCED);
      if (produced > n)
        return this.slot(n).subarray(0, Atomics.load(this.words, LENGTHS + (n % SLOTS)));
      if (Atomics.load(this.words, ENDED) === 1 && Atomics.load(this.words, PRODUCED) <= n)
        return undefined;
      Atomics.wait(this.words, PRODUCED, produced, 1_000);
    }
  }

  /** Worker: slot `n` is done with. */
  give(group: number, n: number): void {
    Atomics.store(this.words, CONSUMED + group, n + 1);
    Atomics.notify(this.words, CONSUMED + group);
  }
}

export interface HashOrder {
  readonly control: SharedArrayBuffer;
  readonly data: SharedArrayBuffer;
  readonly group: number;
}

export type HashAnswer = { readonly [name in HashName]?: string };
