import type { ByteSource, Sink } from '../../parser.ts';
import type { DetectedEncoding } from '../../text/encoding.ts';
import type { JsonMode } from './mode.ts';
import { JsonScanner } from './scanner.ts';

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const END = -1;

/** Takes each record: its text and its place; `whole` is false for one that the file's end cuts off. */
export type OnRecord = (text: string, offset: number, length: number, whole: boolean) => void;

/** Hands over the records of a file that is not one of lines. */
export class JsonRecords {
  readonly #scanner: JsonScanner;
  #accounted: number;

  constructor(
    input: ByteSource,
    private readonly out: Sink,
    encoding: DetectedEncoding,
    private readonly mode: JsonMode,
    private readonly onRecord: OnRecord,
  ) {
    this.#scanner = new JsonScanner(input, out, encoding);
    this.#accounted = encoding.mark;
    if (encoding.mark > 0) out.skipped(encoding.mark, 'byte-order-mark');
  }

  read(): void {
    const scanner = this.#scanner;
    for (let unit = scanner.peek(); unit !== END; unit = scanner.peek()) {
      if (unit === OPEN_BRACKET && this.mode.kind !== 'sequence') this.#elements();
      else if (unit === OPEN_BRACE && this.mode.kind === 'wrapped') this.#wrapped(this.mode.path);
      else if (unit === OPEN_BRACE || unit === OPEN_BRACKET || unit === QUOTE) this.#record();
      else if (unit === COMMA) scanner.take();
      else this.#garbage();
    }
    this.#structure();
    scanner.report();
  }

  /** The one value here, whatever it is. */
  readOne(): void {
    if (this.#scanner.peek() !== END) this.#record();
    this.#structure();
    this.#scanner.report();
  }

  /** The elements of the array here. */
  #elements(): void {
    const scanner = this.#scanner;
    scanner.take();
    for (let unit = scanner.peek(); unit !== END; unit = scanner.peek()) {
      if (unit === CLOSE_BRACKET) {
        scanner.take();
        return;
      }
      if (unit === COMMA) scanner.take();
      else if (unit === CLOSE_BRACE || unit === COLON) this.#garbage();
      else this.#record();
    }
  }

  /** The object here: what is under the path are records, the rest is what surrounds them. */
  #wrapped(path: readonly string[]): void {
    const scanner = this.#scanner;
    scanner.take();
    for (let unit = scanner.peek(); unit !== END; unit = scanner.peek()) {
      if (unit === CLOSE_BRACE) {
        scanner.take();
        return;
      }
      if (unit === COMMA) {
        scanner.take();
        continue;
      }
      if (unit !== QUOTE) {
        this.#garbage();
        continue;
      }
      scanner.scan();
      const key = scanner.text().slice(1, -1);
      if (scanner.peek() === COLON) scanner.take();
      const value = scanner.peek();
      const [next, ...rest] = path;
      if (key === next && rest.length === 0 && value === OPEN_BRACKET) this.#elements();
      else if (key === next && rest.length > 0 && value === OPEN_BRACE) this.#wrapped(rest);
      else if (value !== END && value !== CLOSE_BRACE) scanner.scan();
    }
  }

  #record(): void {
    const scanner = this.#scanner;
    const scanned = scanner.scan();
    this.#structureUpTo(scanner.offset);
    if (scanned === 'too-long') {
      this.#accounted = scanner.position;
      this.out.issue({
        code: 'json-record-too-long',
        severity: 'loss',
        blame: 'parser',
        offset: scanner.offset,
        length: scanner.length,
        message: `A record of ${scanner.length} bytes is longer than can be read; it was left out.`,
      });
      return;
    }
    this.out.parsed(scanner.length);
    this.#accounted = scanner.position;
    this.onRecord(scanner.text(), scanner.offset, scanner.length, scanned === 'value');
  }

  /** What is neither a value nor between values: passed over up to where one may begin. */
  #garbage(): void {
    const scanner = this.#scanner;
    const start = scanner.position;
    this.#structureUpTo(start);
    // Whatever stands here is none of what was looked for, even if it is a bracket: it must be passed.
    scanner.take();
    for (let unit = scanner.peek(); unit !== END; unit = scanner.peek()) {
      if (unit === OPEN_BRACE || unit === OPEN_BRACKET) break;
      scanner.take();
    }
    this.#accounted = scanner.position;
    this.out.issue({
      code: 'json-garbage',
      severity: 'loss',
      blame: 'evidence',
      offset: start,
      length: this.#accounted - start,
      message: `${this.#accounted - start} bytes between records are no JSON and were not read.`,
    });
  }

  /** White space, commas, brackets and wrapper keys since what was accounted for last. */
  #structureUpTo(offset: number): void {
    if (offset > this.#accounted) this.out.skipped(offset - this.#accounted, 'json-structure');
    this.#accounted = Math.max(this.#accounted, offset);
  }

  #structure(): void {
    this.#structureUpTo(this.#scanner.position);
  }
}
