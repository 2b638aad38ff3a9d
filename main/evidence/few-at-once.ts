/** At most so many files, and so many bytes: a large one is alone. */
const MOST = 64;
const MOST_BYTES = 1 << 20;

/** Reads files one after another, but several small ones at once, so that the store takes them in together. */
export class FewAtOnce {
  /** One that failed stays among them. */
  readonly #running = new Set<Promise<void>>();
  #bytes = 0;

  /** Returns when the work has begun. @throws what earlier work failed with */
  async begin(bytes: number, work: () => Promise<void>): Promise<void> {
    while (
      this.#running.size > 0 &&
      (this.#running.size >= MOST || this.#bytes + bytes > MOST_BYTES)
    ) {
      await Promise.race(this.#running);
    }
    this.#bytes += bytes;
    const running = work().then(() => {
      this.#bytes -= bytes;
      this.#running.delete(running);
    });
    this.#running.add(running);
    // Whoever begins the next or waits for the end is told; until then it must not count as unhandled.
    running.catch(() => undefined);
  }

  /** @throws what any of them failed with */
  async ended(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** The same, when nothing of it runs any more. @throws as `ended` */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running);
    await this.ended();
  }
}
