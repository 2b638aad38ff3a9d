import type { TextColumn } from './event-batch.ts';

/** Below this many characters a loop beats the call into native code. */
const SHORT = 16;
const FIRST_CAPACITY = 8_192;

/** Node's own writer behind `Buffer.write`, whose checks of its arguments cost as much as the writing. */
interface NativeWrite {
  utf8Write(text: string, offset: number): number;
}

const NOTHING = Buffer.alloc(0);
const NO_OFFSETS = new Uint32Array(1);

/** Packs strings as UTF-8 into one growing buffer, a row at a time. */
export class TextPacker {
  /** The bytes so far; replaced when it grows, so never kept by a caller across writes. */
  bytes: Buffer = NOTHING;
  /** Where the next byte goes. */
  end = 0;
  #offsets: Uint32Array = NO_OFFSETS;
  #row = 0;
  /** Size to begin the next column with: what the last one needed. */
  #expected = FIRST_CAPACITY;

  /** Makes room for a column of so many rows, before the first of them. */
  begin(rows: number): void {
    this.bytes = Buffer.allocUnsafeSlow(this.#expected);
    this.#offsets = new Uint32Array(rows + 1);
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    if (this.end + count <= this.bytes.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.end + count));
    this.bytes.copy(grown, 0, 0, this.end);
    this.bytes = grown;
  }

  /** Appends text to the current row; returns the number of bytes written. */
  write(text: string): number {
    const { length } = text;
    this.reserve(length * 3);
    const { bytes, end } = this;
    if (length <= SHORT) {
      let at = 0;
      for (; at < length; at++) {
        const unit = text.charCodeAt(at);
        if (unit > 127) break;
        bytes[end + at] = unit;
      }
      if (at === length) {
        this.end = end + length;
        return length;
      }
    }
    const written = (bytes as unknown as NativeWrite).utf8Write(text, end);
    this.end = end + written;
    return written;
  }

  /** Ends the current row; a row in which nothing was written is absent. */
  endRow(): void {
    this.#offsets[++this.#row] = this.end;
  }

  /** The rows so far as a column that owns its buffers; the packer is empty until it begins anew. */
  take(): TextColumn {
    const column = {
      bytes: new Uint8Array(this.bytes.buffer, this.bytes.byteOffset, this.end),
      offsets: this.#offsets.subarray(0, this.#row + 1),
    };
    this.#expected = Math.max(FIRST_CAPACITY, Math.ceil(this.end * 1.1));
    this.bytes = NOTHING;
    this.#offsets = NO_OFFSETS;
    this.end = 0;
    this.#row = 0;
    return column;
  }
}
