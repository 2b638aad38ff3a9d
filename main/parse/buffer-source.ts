import type { ByteSource } from './parser.ts';

/** Bytes in memory as a source; `step` limits each read, to prove that read sizes do not matter. */
export class BufferSource implements ByteSource {
  readonly size: number;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly step = Number.POSITIVE_INFINITY,
  ) {
    this.size = bytes.length;
  }

  read(offset: number, into: Uint8Array): number {
    const count = Math.min(into.length, this.size - offset, this.step);
    if (count <= 0) return 0;
    into.set(this.bytes.subarray(offset, offset + count));
    return count;
  }
}
