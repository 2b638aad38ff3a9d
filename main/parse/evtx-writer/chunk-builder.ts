import { crc32 } from 'node:zlib';
import { ChunkTables } from './chunk-tables.ts';
import { FragmentWriter } from './fragment-writer.ts';
import { ticksOf, type Fragment } from './value.ts';

export const CHUNK_SIZE = 65_536;
const HEADER_SIZE = 512;
const RECORD_HEADER = 24;
const SIGNATURE = 0x0000_2a2a;
/** Records are written beyond the end first, to see whether they fit. */
const MARGIN = 1 << 20;

/** One 64 KiB chunk while it is being filled. */
export class ChunkBuilder {
  readonly #bytes: Buffer;
  #tables = new ChunkTables();
  #at = HEADER_SIZE;
  #first = -1n;
  #last = -1n;
  #lastAt = 0;

  /** `over`: the chunk that was in this memory before; what is not overwritten of it shows in the slack. */
  constructor(over?: Buffer) {
    this.#bytes = Buffer.alloc(CHUNK_SIZE + MARGIN);
    over?.copy(this.#bytes, HEADER_SIZE, HEADER_SIZE);
  }

  /** Adds a record; false when it does not fit any more. */
  append(number: bigint, ns: bigint, fragment: Fragment): boolean {
    const start = this.#at;
    const before = Buffer.from(this.#bytes.subarray(start, CHUNK_SIZE));
    const tables = this.#tables.copy();
    const writer = new FragmentWriter(this.#bytes, tables, start + RECORD_HEADER);
    writer.fragment(fragment);
    const size = Math.ceil((writer.at + 4 - start) / 8) * 8;
    if (start + size > CHUNK_SIZE) {
      this.#bytes.fill(0, CHUNK_SIZE);
      before.copy(this.#bytes, start);
      return false;
    }
    this.#bytes.fill(0, writer.at, start + size);
    this.#bytes.writeUInt32LE(SIGNATURE, start);
    this.#bytes.writeUInt32LE(size, start + 4);
    this.#bytes.writeBigUInt64LE(number, start + 8);
    this.#bytes.writeBigUInt64LE(ticksOf(ns), start + 16);
    this.#bytes.writeUInt32LE(size, start + size - 4);
    this.#tables = tables;
    if (this.#first < 0n) this.#first = number;
    this.#last = number;
    this.#lastAt = start;
    this.#at = start + size;
    return true;
  }

  get isEmpty(): boolean {
    return this.#first < 0n;
  }

  /** The finished chunk. `sequence` is the number of its first record within the file. */
  finish(sequence: bigint): Buffer {
    const chunk = Buffer.from(this.#bytes.subarray(0, CHUNK_SIZE));
    chunk.write('ElfChnk\0', 0, 'latin1');
    const count = this.#last - this.#first;
    chunk.writeBigUInt64LE(sequence, 8);
    chunk.writeBigUInt64LE(sequence + count, 16);
    chunk.writeBigUInt64LE(this.#first, 24);
    chunk.writeBigUInt64LE(this.#last, 32);
    chunk.writeUInt32LE(128, 40);
    chunk.writeUInt32LE(this.#lastAt, 44);
    chunk.writeUInt32LE(this.#at, 48);
    this.#tables.write(chunk);
    sealChunk(chunk);
    return chunk;
  }
}

/** Makes the checksums of a chunk right again. */
export function sealChunk(chunk: Buffer): void {
  const end = chunk.readUInt32LE(48);
  chunk.writeUInt32LE(crc32(chunk.subarray(HEADER_SIZE, end)), 52);
  const head = crc32(chunk.subarray(0, 120));
  chunk.writeUInt32LE(crc32(chunk.subarray(128, HEADER_SIZE), head), 124);
}
