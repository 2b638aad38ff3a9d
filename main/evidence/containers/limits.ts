/** What an archive may cost. Each is checked against the bytes that really come out, never against its headers. */
export interface ContainerLimits {
  /** Archives inside archives. */
  readonly depth: number;
  /** Of one container, with those of the containers in it. */
  readonly members: number;
  /** Bytes out for each byte in, once more than `ratioFrom` bytes came out. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Bytes that may come out of one container in all, with those of the containers in it. */
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

/**
 * Counts what comes out of one container. All of it also counts for the container this one lies in, so that many small
 * bombs in one archive are one large bomb.
 */
export class Meter {
  private out = 0;
  private members = 0;

  constructor(
    private readonly limits: ContainerLimits,
    /** Compressed size of the container, bytes. */
    private readonly packed: number,
    /** Bytes the disk has left. */
    private readonly free: number,
    private readonly outer?: Meter,
  ) {}

  /** One more member is taken. @throws LimitError */
  member(): void {
    this.outer?.member();
    this.members += 1;
    const { members } = this.limits;
    if (this.members > members) throw new LimitError(`it has more than ${members} members`);
  }

  /** That many more bytes came out. @throws LimitError */
  add(bytes: number): void {
    this.outer?.add(bytes);
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
