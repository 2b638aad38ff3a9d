import type { ByteSource } from '../parser.ts';

/** Reads until the target is full or the source ends; returns the bytes read. A source may give less than asked. */
export function readFully(input: ByteSource, offset: number, into: Uint8Array): number {
  let count = 0;
  while (count < into.length) {
    const got = input.read(offset + count, count === 0 ? into : into.subarray(count));
    if (got === 0) break;
    count += got;
  }
  return count;
}
