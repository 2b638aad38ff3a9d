/** Work that must not overlap, one after another in the order it was asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    // The next one's turn comes however this one ends; who asked for this one is told.
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
