import { closeSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from './parser.ts';

/** Reads one file, opened read-only. `size` is what was sealed: bytes that grew behind it are never read. */
export class FileSource implements ByteSource {
  readonly #descriptor: number;

  constructor(
    path: string,
    readonly size: number,
  ) {
    this.#descriptor = openSync(path, 'r');
  }

  read(offset: number, into: Uint8Array): number {
    const wanted = Math.min(into.length, this.size - offset);
    return wanted <= 0 ? 0 : readSync(this.#descriptor, into, 0, wanted, offset);
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
