import { crc32 } from 'node:zlib';
import { RECORD_HEADER_SIZE, RECORD_TRAILER_SIZE } from './layout.ts';
import { bytes, u32 } from './window.ts';

/** Keys can be made to collide; looking further than this would let a crafted file make the search quadratic. */
const MAX_PROBES = 1024;
/** How much of a record's end stands for it where its header has no time. */
const TAIL = 64;

/**
 * Which records a file holds, by number and time of writing, to tell records found in slack from mere copies of
 * them. Twelve bytes a record, so the largest log costs tens of megabytes, and searching is only prepared when
 * something is searched.
 */
export class LiveIndex {
  #keys = new Uint32Array(3 * 4096);
  #count = 0;
  /** Open addressing over the numbers of the keys, counted from 1; 0 is free. */
  #table = new Int32Array(1024);
  /** Keys that are in the table. */
  #placed = 0;

  /** Adds the record in the window. */
  add(at: number, size: number): void {
    const place = this.#count * 3;
    if (place + 3 > this.#keys.length) {
      const grown = new Uint32Array(this.#keys.length * 2);
      grown.set(this.#keys);
      this.#keys = grown;
    }
    this.#write(place, at, size);
    this.#count++;
  }

  /** Whether the record in the window is a copy of one that was added. */
  has(at: number, size: number): boolean {
    this.#grow();
    this.#write(this.#count * 3, at, size);
    const keys = this.#keys;
    const wanted = this.#count * 3;
    const mask = this.#table.length - 1;
    let place = this.#hash(wanted) & mask;
    for (let probe = 0; probe < MAX_PROBES; probe++, place = (place + 1) & mask) {
      const entry = this.#table[place] as number;
      if (entry === 0) return false;
      const key = (entry - 1) * 3;
      if (
        keys[key] === keys[wanted] &&
        keys[key + 1] === keys[wanted + 1] &&
        keys[key + 2] === keys[wanted + 2]
      )
        return true;
    }
    return false;
  }

  /** Some exports leave the time in the header zero: then what the record ends with stands for it. */
  #write(place: number, at: number, size: number): void {
    const low = u32(at + 16);
    const high = u32(at + 20);
    this.#keys[place] = u32(at + 8);
    if (low !== 0 || high !== 0) {
      this.#keys[place + 1] = low;
      this.#keys[place + 2] = high;
      return;
    }
    const end = at + size - RECORD_TRAILER_SIZE;
    const start = Math.max(at + RECORD_HEADER_SIZE, end - TAIL);
    this.#keys[place + 1] = crc32(bytes.subarray(start, end));
    this.#keys[place + 2] = size;
  }

  /** Makes room for one more key and puts those added since the last search into the table. */
  #grow(): void {
    if ((this.#count + 1) * 3 > this.#keys.length) {
      const grown = new Uint32Array(this.#keys.length * 2);
      grown.set(this.#keys);
      this.#keys = grown;
    }
    if (this.#count * 2 > this.#table.length) {
      let size = this.#table.length;
      while (size < this.#count * 4) size *= 2;
      this.#table = new Int32Array(size);
      this.#placed = 0;
    }
    const mask = this.#table.length - 1;
    for (; this.#placed < this.#count; this.#placed++) {
      let place = this.#hash(this.#placed * 3) & mask;
      for (let probe = 0; probe < MAX_PROBES; probe++, place = (place + 1) & mask) {
        if (this.#table[place] !== 0) continue;
        this.#table[place] = this.#placed + 1;
        break;
      }
    }
  }

  #hash(key: number): number {
    const id = this.#keys[key] as number;
    const low = this.#keys[key + 1] as number;
    const high = this.#keys[key + 2] as number;
    let mixed = Math.imul(
      id ^ Math.imul(low, 0x85eb_ca6b) ^ Math.imul(high, 0xc2b2_ae35),
      0x9e37_79b1,
    );
    mixed ^= mixed >>> 15;
    return Math.imul(mixed, 0x2c1b_3c6d) ^ (mixed >>> 12);
  }
}
