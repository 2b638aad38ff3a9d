/** What an archive may cost. Each is checked against the bytes that really come out, never against its headers. */
export interface ContainerLimits {
  /** Archives inside archives. */
  readonly depth: number;
  readonly members: number;
  /** Bytes out for each byte in, once more than `ratioFrom` bytes came out. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Bytes that may come out of one container in all. */
  readonly total: number;
}

export const LIMITS: ContainerLimits = {
  depth: 5,
  members: 100_000,
  ratio: 1_000,
  ratioFrom: 100 * 2 ** 20,
  total: 2 ** 40,
};

/** A limit was reached: what came out before is kept, and this is said. */
export class LimitError extends Error {}

/** Counts what comes out of one container. */
export class Meter {
  private out = 0;

  constructor(
    private readonly limits: ContainerLimits,
    /** Compressed size of the container, bytes. */
    private readonly packed: number,
    /** Bytes the disk has left. */
    private readonly free: number,
  ) {}

  /** @throws LimitError */
  add(bytes: number): void {
    this.out += bytes;
    const { total, ratio, ratioFrom } = this.limits;
    if (this.out > this.free) {
      throw new LimitError('its members are larger than the free space of the disk');
    }
    if (this.out > total) throw new LimitError(`more than ${total} bytes come out of it`);
    if (this.out > ratioFrom && this.out > this.packed * ratio) {
      throw new LimitError(
        `more than ${ratio} bytes come out of each of its bytes, as in a decompression bomb`,
      );
    }
  }
}
