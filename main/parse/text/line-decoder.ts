import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { Sink } from '../parser.ts';
import type { TextEncoding } from './encoding.ts';

/**
 * Turns the bytes of one line into characters. A line that is not valid UTF-8 in a file that mostly is, is read
 * as Windows-1252, in which every byte is some character: nothing is lost, and it is said once per file.
 */
export class LineDecoder {
  readonly #decoder: TextDecoder;
  readonly #utf8: boolean;
  #foreign = 0;
  #firstForeign = 0;

  constructor(private readonly encoding: TextEncoding) {
    this.#utf8 = encoding === 'utf-8';
    this.#decoder = new TextDecoder(this.#utf8 ? 'windows-1252' : encoding);
  }

  /** `cut` when the bytes are the beginning of a longer line, and may end within a character. */
  decode(bytes: Buffer, offset: number, cut: boolean): string {
    if (!this.#utf8) return this.#decoder.decode(bytes);
    const whole = cut ? withoutCutTail(bytes) : bytes;
    if (isUtf8(whole)) return whole.toString('utf8');
    if (this.#foreign++ === 0) this.#firstForeign = offset;
    return this.#decoder.decode(bytes);
  }

  report(out: Sink): void {
    if (this.#foreign > 0)
      out.issue({
        code: 'text-not-utf8',
        severity: 'warning',
        blame: 'evidence',
        offset: this.#firstForeign,
        message: `Lines that are not valid UTF-8, read as Windows-1252, the first here: ${this.#foreign}.`,
      });
    if (this.encoding === 'windows-1252')
      out.issue({
        code: 'text-encoding-assumed',
        severity: 'info',
        blame: 'evidence',
        offset: 0,
        message: 'The text is not UTF-8 and does not say what it is; it was read as Windows-1252.',
      });
  }
}

function withoutCutTail(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) break;
  }
  return bytes;
}
