import { isAscii } from 'node:buffer';
import type { ByteSource, Sink } from '../parser.ts';
import { type DetectedEncoding, detectEncoding } from './encoding.ts';
import {
  type LineForm,
  type Unit,
  firstLineEnd,
  lastLineEnd,
  leadingZeros,
  nextBeyondAscii,
  unitsOf,
} from './line-block.ts';
import { LineDecoder } from './line-decoder.ts';
import { readFully } from './read-fully.ts';

const BLOCK = 1_048_576;
const HEAD = 65_536;
/** Characters of a line that are read unless asked otherwise; a longer line is shown cut, its locator covers it whole. */
export const MAX_LINE = 65_536;

export interface LineReaderOptions {
  /** Found from the first 64 KiB when absent. */
  readonly encoding?: DetectedEncoding;
  /** Where to start, at the beginning of a line, and where to stop; the whole source when absent. */
  readonly start?: number;
  readonly end?: number;
  /** Characters of a line that are read, at most half a million. */
  readonly maxLine?: number;
  /** The caller reads longer lines itself, by their place: their being cut is no issue. */
  readonly readsLong?: true;
}

/**
 * The lines of a text file, each with the exact bytes it came from, in one pass and bounded memory. Accounts for
 * every byte: lines as parsed, unless `skip` names a reason; zero padding and the byte order mark as skipped.
 */
export class LineReader {
  /** The current line without its terminator; at most MAX_LINE characters of it. */
  text = '';
  /** Offset of the line's first byte. */
  offset = 0;
  /** Bytes of the line without its terminator. */
  length = 0;
  readonly encoding: DetectedEncoding;

  readonly #block = Buffer.allocUnsafeSlow(BLOCK);
  readonly #unit: Unit;
  readonly #bigEndian: boolean;
  readonly #form: LineForm;
  readonly #newline: '\n' | '\r';
  readonly #decoder: LineDecoder;
  readonly #end: number;
  readonly #max: number;
  /** Lines of the block as one string, a character per unit. */
  #chunk = '';
  #at = 0;
  /** File offset of the chunk's first character. */
  #base: number;
  /** Bytes held in the block, and how many of them the chunk covers. */
  #filled = 0;
  #used = 0;
  /** File offset of the next byte to read. */
  #next: number;
  /** Place in the chunk of the next character beyond ASCII. */
  #high = Number.POSITIVE_INFINITY;
  /** Bytes of lines passed since they were last accounted for. */
  #pending = 0;
  #lineBytes = 0;
  /** Set while the chunk is the beginning of a line longer than a block: its bytes, without and with terminator. */
  #long: { readonly length: number; readonly bytes: number } | undefined;
  #cut = { lines: 0, offset: 0, length: 0 };

  constructor(
    private readonly input: ByteSource,
    private readonly out: Sink,
    private readonly options: LineReaderOptions = {},
  ) {
    this.encoding = options.encoding ?? encodingOf(input);
    const { encoding, mark } = this.encoding;
    this.#bigEndian = encoding === 'utf-16be';
    this.#unit = this.#bigEndian || encoding === 'utf-16le' ? 2 : 1;
    const returns = this.encoding.newline === 'return';
    this.#newline = returns ? '\r' : '\n';
    this.#form = { newline: returns ? 13 : 10, unit: this.#unit, bigEndian: this.#bigEndian };
    this.#decoder = new LineDecoder(encoding);
    this.#end = Math.min(options.end ?? input.size, input.size);
    this.#max = Math.min(options.maxLine ?? MAX_LINE, BLOCK / 2 - 1);
    this.#next = options.start ?? 0;
    if (this.#next === 0 && mark > 0) {
      this.#next = mark;
      out.skipped(mark, 'byte-order-mark');
    }
    this.#base = this.#next;
  }

  /** Moves to the next line; false at the end, when the account of the text is complete. */
  next(): boolean {
    for (;;) {
      if (this.#at >= this.#chunk.length && !this.#fill()) return false;
      const chunk = this.#chunk;
      const unit = this.#unit;
      let start = this.#at;
      let newline = chunk.indexOf(this.#newline, start);
      if (newline < 0) newline = chunk.length;
      const after = newline < chunk.length ? newline + 1 : newline;
      this.#at = after;
      if (chunk.charCodeAt(start) === 0) {
        const first = start;
        while (start < newline && chunk.charCodeAt(start) === 0) start++;
        this.out.skipped((start - first) * unit, 'zero-padding');
        if (start === newline) {
          this.#pending += (after - newline) * unit;
          continue;
        }
      }
      const stop = newline > start && chunk.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
      this.offset = this.#base + start * unit;
      this.length = this.#long?.length ?? (stop - start) * unit;
      this.#lineBytes = this.#long?.bytes ?? (after - start) * unit;
      this.#pending += this.#lineBytes;
      const shown = Math.min(stop, start + this.#max);
      if (this.length > this.#max * unit && this.options.readsLong !== true) this.#noteCut();
      if (stop <= this.#high) this.text = chunk.substring(start, shown);
      else {
        const bytes = this.#block.subarray(start, shown);
        this.text = this.#decoder.decode(bytes, this.offset, shown < stop);
        this.#high = nextBeyondAscii(chunk, after);
      }
      return true;
    }
  }

  /** The current line is not part of any event, for this reason. */
  skip(reason: string): void {
    this.#pending -= this.#lineBytes;
    this.out.skipped(this.#lineBytes, reason);
    this.#lineBytes = 0;
  }

  /** Offset after the current line and its terminator. */
  get after(): number {
    return this.offset + (this.#long?.bytes ?? this.#lineBytes);
  }

  /** Makes the next lines of the source into the chunk; false at the end. */
  #fill(): boolean {
    this.#settle();
    const block = this.#block;
    let kept = this.#filled - this.#used;
    block.copyWithin(0, this.#used, this.#filled);
    this.#long = undefined;
    for (;;) {
      this.#base = this.#next - kept;
      const wanted = Math.min(BLOCK - kept, this.#end - this.#next);
      const count = readFully(this.input, this.#next, block.subarray(kept, kept + wanted));
      kept += count;
      this.#next += count;
      const ended = kept < BLOCK;
      const cut = ended ? kept - (kept % this.#unit) : lastLineEnd(block, kept, this.#form);
      if (cut > 0) {
        this.#filled = kept;
        this.#used = cut;
        this.#open(cut);
        return true;
      }
      if (ended) {
        this.#filled = 0;
        this.#used = 0;
        this.#finish(kept);
        return false;
      }
      // Padding may be longer than a block; it goes before it looks like an endless line.
      const zeros = leadingZeros(block, kept, this.#unit);
      if (zeros === 0) {
        this.#openLong(kept);
        return true;
      }
      this.out.skipped(zeros, 'zero-padding');
      block.copyWithin(0, zeros, kept);
      kept -= zeros;
    }
  }

  #open(length: number): void {
    const block = this.#block;
    this.#at = 0;
    this.#chunk = unitsOf(block, length, this.#unit, this.#bigEndian);
    this.#high =
      this.#unit === 2 || isAscii(block.subarray(0, length))
        ? Number.POSITIVE_INFINITY
        : nextBeyondAscii(this.#chunk, 0);
  }

  /** A line longer than the block: its beginning becomes the chunk, the rest is only counted. */
  #openLong(kept: number): void {
    const shown = (this.#max + 1) * this.#unit;
    this.#open(shown);
    const rest = Buffer.allocUnsafeSlow(BLOCK);
    let length = kept;
    let terminator = 0;
    // Where, before a newline, the low byte of the last unit lies.
    const low = this.#unit === 2 && !this.#bigEndian ? 2 : 1;
    let last = this.#block[kept - low];
    while (terminator === 0) {
      const wanted = Math.min(BLOCK, this.#end - this.#next);
      const count = readFully(this.input, this.#next, rest.subarray(0, wanted));
      if (count === 0) break;
      const newline = firstLineEnd(rest, count, this.#form);
      const line = newline < 0 ? count : newline;
      if (line > 0) last = rest[line - low];
      length += line;
      if (newline >= 0) terminator = this.#unit;
      this.#next += line + terminator;
      this.out.position(this.#next);
    }
    const carriage = last === 13 && terminator > 0 ? this.#unit : 0;
    this.#long = { length: length - carriage, bytes: length + terminator };
    // Nothing of the block is left over, but its beginning must stay for decoding.
    this.#filled = 0;
    this.#used = 0;
  }

  #noteCut(): void {
    if (this.#cut.lines++ === 0) this.#cut = { lines: 1, offset: this.offset, length: this.length };
  }

  #settle(): void {
    this.out.parsed(this.#pending);
    this.#pending = 0;
    this.#lineBytes = 0;
    this.out.position(this.#base + this.#at * this.#unit);
  }

  #finish(rest: number): void {
    this.#chunk = '';
    this.#at = 0;
    this.#base = this.#next;
    if (rest > 0) this.out.skipped(rest, 'half-character');
    this.#decoder.report(this.out);
    const { lines, offset, length } = this.#cut;
    if (lines > 0)
      this.out.issue({
        code: 'line-too-long',
        severity: 'warning',
        blame: 'evidence',
        offset,
        length,
        message: `${lines} lines are longer than ${this.#max} characters, the first here with ${length} bytes; only their beginning was read into the event.`,
      });
    this.#cut = { lines: 0, offset: 0, length: 0 };
  }
}

function encodingOf(input: ByteSource): DetectedEncoding {
  const head = Buffer.allocUnsafe(Math.min(HEAD, input.size));
  const count = readFully(input, 0, head);
  // Asked to read lines of what does not look like text, bytes are taken as they come.
  return detectEncoding(head.subarray(0, count)) ?? { encoding: 'utf-8', mark: 0 };
}
