import type { LineReader } from '../../text/line-reader.ts';
import { type Split, blankSplit, splitCells } from './cells.ts';

/** A quoted cell that is still open after this many lines or characters was never meant to be one. */
const MAX_LINES = 1_000;
const MAX_CHARACTERS = 1_048_576;

interface Line {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

/** Where lines come from: a LineReader, or the lines of a head. */
export type Lines = Pick<LineReader, 'next' | 'text' | 'offset' | 'length'>;

/**
 * The records of a table, each with the bytes it came from. A record whose quoted cell goes over the end of a line
 * takes the next lines too; if no end is found in reason, the record is its first line alone and the others
 * are read again on their own, so that one stray quote does not swallow a file.
 */
export class TableRecords {
  readonly cells: string[] = [];
  readonly split: Split = blankSplit();
  /** The record as it stands in the file, without its last terminator. */
  text = '';
  offset = 0;
  length = 0;
  /** Records whose quoting is not what it should be. */
  readonly badQuotes = { count: 0, first: 0 };
  /** Lines taken for a record that turned out not to belong to it, to be read again. */
  #back: Line[] = [];

  constructor(
    private readonly lines: Lines,
    private readonly delimiter: string,
    private readonly quoting: boolean,
  ) {}

  next(): boolean {
    const first = this.#line();
    if (first === undefined) return false;
    this.#set(first.text, first.offset, first.length);
    if (this.split.open) this.#extend(first);
    if (this.split.bad || this.split.open) {
      if (this.badQuotes.count++ === 0) this.badQuotes.first = this.offset;
    }
    return true;
  }

  #set(text: string, offset: number, length: number): void {
    this.text = text;
    this.offset = offset;
    this.length = length;
    splitCells(text, this.delimiter, this.quoting, this.cells, this.split);
  }

  #extend(first: Line): void {
    const taken: Line[] = [];
    let { text } = first;
    while (taken.length < MAX_LINES && text.length < MAX_CHARACTERS) {
      const line = this.#line();
      if (line === undefined) break;
      taken.push(line);
      text += `\n${line.text}`;
      if (!line.text.includes('"')) continue;
      this.#set(text, first.offset, line.offset + line.length - first.offset);
      if (!this.split.open) return;
    }
    this.#back = [...taken, ...this.#back];
    this.#set(first.text, first.offset, first.length);
  }

  #line(): Line | undefined {
    const back = this.#back.shift();
    if (back !== undefined) return back;
    if (!this.lines.next()) return undefined;
    const { text, offset, length } = this.lines;
    return { text, offset, length };
  }
}
