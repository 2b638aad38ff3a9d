import type { TextColumn } from './event-batch.ts';
import { TextPacker } from './text-packer.ts';

/**
 * Gathers the searchable text of each event: every visible string once, joined by '\n', folded to lower case.
 * A string that the message already contains is left out: whatever finds it finds the message.
 */
export class SearchPacker {
  readonly #out = new TextPacker();
  /** What this row holds so far; the first is the message. */
  readonly #pieces: string[] = [];
  #count = 0;
  #ascii = true;

  begin(rows: number): void {
    this.#out.begin(rows);
  }

  add(text: string | undefined): void {
    if (text === undefined || text === '') return;
    if (this.#count > 0) {
      if ((this.#pieces[0] as string).includes(text)) return;
      for (let i = 1; i < this.#count; i++) if (this.#pieces[i] === text) return;
    }
    this.addNew(text);
  }

  /** Adds text that is known not to repeat what the row holds. */
  addNew(text: string): void {
    if (this.#count > 0) this.#out.write('\n');
    this.#pieces[this.#count++] = text;
    const { end } = this.#out;
    if (this.#out.write(text) === text.length) return;
    // Not ASCII: folded now, by the same rule as the needle; ASCII is folded in one go by take().
    this.#ascii = false;
    this.#out.end = end;
    this.#out.write(text.toLowerCase());
  }

  endRow(): void {
    this.#count = 0;
    this.#out.endRow();
  }

  /** Bytes gathered for the current column. */
  get size(): number {
    return this.#out.end;
  }

  take(): TextColumn {
    this.#pieces.length = 0;
    if (this.#ascii) foldAscii(this.#out);
    else foldAsciiOf(this.#out);
    this.#ascii = true;
    return this.#out.take();
  }
}

/** Engine code folds a whole column of plain ASCII several times faster than a loop. */
function foldAscii(out: TextPacker): void {
  out.bytes.write(out.bytes.toString('latin1', 0, out.end).toLowerCase(), 0, 'latin1');
}

function foldAsciiOf(out: TextPacker): void {
  const { bytes, end } = out;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte >= 0x41 && byte <= 0x5a) bytes[i] = byte | 0x20;
  }
}
