import type { ByteSource, Sink } from '../../parser.ts';
import type { DetectedEncoding } from '../../text/encoding.ts';
import { LineDecoder } from '../../text/line-decoder.ts';
import { readFully } from '../../text/read-fully.ts';

const WINDOW = 1_048_576;
/** No record is longer than this; one that is, is lost and said to be. */
export const MAX_RECORD = 67_108_864;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const NEWLINE = 0x0a;
const END = -1;

/** What was found at the place where a value was scanned. */
export type Scanned = 'value' | 'cut' | 'too-long';

/**
 * Moves through a JSON file of any size by its structure alone: strings, brackets, commas. Keeps only the bytes of
 * the value at hand. A newline ends a string, which JSON does not allow in one: a lost quote then costs its record,
 * not the rest of the file.
 */
export class JsonScanner {
  /** The value last scanned. */
  offset = 0;
  length = 0;
  #window = Buffer.allocUnsafeSlow(WINDOW);
  #at = 0;
  #filled = 0;
  /** Offset of the window's first byte, or unit for UTF-16. */
  #base: number;
  /** Units of the value being scanned are kept from here. */
  #keep = Number.POSITIVE_INFINITY;
  readonly #unit: 1 | 2;
  readonly #bigEndian: boolean;
  readonly #decoder: LineDecoder;

  constructor(
    private readonly input: ByteSource,
    private readonly out: Sink,
    encoding: DetectedEncoding,
    start = encoding.mark,
  ) {
    this.#bigEndian = encoding.encoding === 'utf-16be';
    this.#unit = this.#bigEndian || encoding.encoding === 'utf-16le' ? 2 : 1;
    this.#decoder = new LineDecoder(encoding.encoding);
    this.#base = start;
  }

  /** File offset of the next unit. */
  get position(): number {
    return this.#base + this.#at * this.#unit;
  }

  /** The next unit that is not white space, not taken; -1 at the end. */
  peek(): number {
    this.#keep = Number.POSITIVE_INFINITY;
    for (;;) {
      if (this.#at >= this.#filled && !this.#fill()) return END;
      const unit = this.#window[this.#at] as number;
      if (unit !== 0x20 && unit !== NEWLINE && unit !== 0x0d && unit !== 0x09 && unit !== 0x1e)
        return unit;
      this.#at++;
    }
  }

  take(): void {
    this.#at++;
  }

  /** Moves over the value here. Its text can be had with `text()` until the next move. */
  scan(): Scanned {
    this.offset = this.position;
    this.#keep = this.#at;
    const first = this.#window[this.#at];
    const whole =
      first === OPEN_BRACE || first === OPEN_BRACKET
        ? this.#scanNested()
        : first === QUOTE
          ? this.#scanString()
          : this.#scanScalar();
    this.length = this.position - this.offset;
    if (this.length / this.#unit > MAX_RECORD) return 'too-long';
    return whole ? 'value' : 'cut';
  }

  text(): string {
    const start = this.#keep;
    const bytes = this.#window.subarray(start, this.#at);
    if (this.#unit === 1) return this.#decoder.decode(bytes, this.offset, false);
    const raw = Buffer.alloc(this.length);
    readFully(this.input, this.offset, raw);
    return (this.#bigEndian ? raw.swap16() : raw).toString('utf16le');
  }

  /** Says what was doubtful about the encoding. */
  report(): void {
    this.#decoder.report(this.out);
  }

  #scanNested(): boolean {
    let depth = 0;
    for (;;) {
      if (this.#at >= this.#filled && !this.#fill()) return false;
      const window = this.#window;
      const filled = this.#filled;
      let at = this.#at;
      for (; at < filled; at++) {
        const unit = window[at] as number;
        if (unit === QUOTE) break;
        if (unit === OPEN_BRACE || unit === OPEN_BRACKET) depth++;
        else if ((unit === CLOSE_BRACE || unit === CLOSE_BRACKET) && --depth === 0) {
          this.#at = at + 1;
          return true;
        }
      }
      this.#at = at;
      if (at < filled && !this.#scanString()) return false;
    }
  }

  /** From the opening quote to after the closing one. */
  #scanString(): boolean {
    this.#at++;
    for (;;) {
      if (this.#at >= this.#filled && !this.#fill()) return false;
      const unit = this.#window[this.#at] as number;
      this.#at++;
      if (unit === QUOTE || unit === NEWLINE) return true;
      if (unit === BACKSLASH) {
        if (this.#at >= this.#filled && !this.#fill()) return false;
        this.#at++;
      }
    }
  }

  /** Takes at least one unit, so that damage cannot hold up the reading. */
  #scanScalar(): boolean {
    this.#at++;
    for (;;) {
      if (this.#at >= this.#filled && !this.#fill()) return true;
      const unit = this.#window[this.#at] as number;
      if (unit <= 0x20 || unit === 0x2c || unit === CLOSE_BRACE || unit === CLOSE_BRACKET)
        return true;
      if (unit === OPEN_BRACE || unit === OPEN_BRACKET || unit === QUOTE) return true;
      this.#at++;
    }
  }

  /** Reads on, keeping the value at hand; false at the end. */
  #fill(): boolean {
    const keep = Math.min(this.#keep, this.#at);
    let kept = this.#filled - keep;
    if (kept > MAX_RECORD) {
      // Too long to be shown: only its length still matters.
      kept = 0;
      this.#base += this.#filled * this.#unit;
      this.#keep = 0;
      this.#at = 0;
    } else {
      if (kept === this.#window.length) {
        const grown = Buffer.allocUnsafeSlow(this.#window.length * 2);
        this.#window.copy(grown, 0, keep, this.#filled);
        this.#window = grown;
      } else this.#window.copyWithin(0, keep, this.#filled);
      this.#base += keep * this.#unit;
      this.#at -= keep;
      this.#keep -= keep;
    }
    this.#filled = kept;
    this.out.position(this.position);
    const count = this.#readUnits(kept);
    this.#filled += count;
    return count > 0;
  }

  #readUnits(into: number): number {
    const from = this.#base + into * this.#unit;
    const room = this.#window.length - into;
    if (this.#unit === 1) {
      const wanted = Math.min(room, this.input.size - from);
      return wanted <= 0
        ? 0
        : readFully(this.input, from, this.#window.subarray(into, into + wanted));
    }
    const raw = Buffer.alloc(Math.min(room, WINDOW) * 2);
    const units = readFully(this.input, from, raw) >> 1;
    // Structure is ASCII: any other character only has to be none of it.
    for (let i = 0; i < units; i++) {
      const low = raw[i * 2 + (this.#bigEndian ? 1 : 0)] as number;
      const high = raw[i * 2 + (this.#bigEndian ? 0 : 1)] as number;
      this.#window[into + i] = high === 0 ? low : 0x7f;
    }
    return units;
  }
}
