import { CHUNK_SIZE } from '../layout.ts';

/**
 * What one chunk may unfold to. Templates let a few bytes stand for many, so a crafted chunk could ask for
 * gigabytes; the busiest real ones stay below half a megabyte.
 */
const OUTPUT_PER_CHUNK = 16 * 1024 * 1024;
/** What a node of a tree counts as. */
export const NODE_COST = 64;

/** State that belongs to the chunk in the window; `forgetChunk` resets it. */
export const chunk = {
  /** Tells cached entries of this chunk from those of the ones before. */
  serial: 1,
  /** Bytes of output left. */
  budget: OUTPUT_PER_CHUNK,
  /** Names whose stored hash is not theirs: refused where `whole` is set, counted otherwise. */
  unsoundNames: 0,
  /**
   * While slack is read, where a structure may have been overwritten by another: the ranges of whole records, as
   * start and end by turns, in order. Only what lies inside one of them is trusted.
   */
  whole: undefined as readonly number[] | undefined,
};

/** To be called whenever the window holds another chunk; with `whole` given, reading is strict. */
export function forgetChunk(whole?: readonly number[]): void {
  chunk.serial = (chunk.serial + 1) >>> 0 || 1;
  chunk.budget = OUTPUT_PER_CHUNK;
  chunk.unsoundNames = 0;
  chunk.whole = whole;
}

/** What has been read at which offset of this chunk. */
export class ChunkCache<T> {
  readonly #serials = new Uint32Array(CHUNK_SIZE);
  readonly #values: (T | undefined)[] = Array.from({ length: CHUNK_SIZE }, () => undefined);

  get(offset: number): T | undefined {
    return this.#serials[offset] === chunk.serial ? this.#values[offset] : undefined;
  }

  set(offset: number, value: T): void {
    this.#serials[offset] = chunk.serial;
    this.#values[offset] = value;
  }
}

/** Whether a structure can be trusted to be in one piece. */
export function isWhole(start: number, end: number): boolean {
  const { whole } = chunk;
  if (whole === undefined) return true;
  let low = 0;
  let high = whole.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((whole[middle * 2 + 1] as number) <= start) low = middle + 1;
    else high = middle;
  }
  const range = low * 2;
  return (
    range < whole.length && (whole[range] as number) <= start && end <= (whole[range + 1] as number)
  );
}
