/** Searching and decoding of whole lines in a block of bytes, for units of one byte or two (UTF-16). */

export type Unit = 1 | 2;

/** How lines are laid out: the character that ends one, the bytes of a character and their order. */
export interface LineForm {
  readonly newline: 10 | 13;
  readonly unit: Unit;
  readonly bigEndian: boolean;
}

/** Bytes up to and with the last newline of the block; 0 when there is none. */
export function lastLineEnd(
  block: Buffer,
  filled: number,
  { newline, unit, bigEndian }: LineForm,
): number {
  let from = filled - 1;
  for (;;) {
    const at = from < 0 ? -1 : block.lastIndexOf(newline, from);
    if (at < 0) return 0;
    if (unit === 1) return at + 1;
    if (isWideNewline(block, at, bigEndian) && (bigEndian || at + 1 < filled))
      return bigEndian ? at + 1 : at + 2;
    from = at - 1;
  }
}

/** Where the first newline begins, -1 when there is none. */
export function firstLineEnd(
  block: Buffer,
  filled: number,
  { newline, unit, bigEndian }: LineForm,
): number {
  let from = 0;
  for (;;) {
    const at = block.indexOf(newline, from);
    if (at < 0 || at >= filled) return -1;
    if (unit === 1) return at;
    if (isWideNewline(block, at, bigEndian)) return bigEndian ? at - 1 : at;
    from = at + 1;
  }
}

function isWideNewline(block: Buffer, at: number, bigEndian: boolean): boolean {
  return bigEndian ? at % 2 === 1 && block[at - 1] === 0 : at % 2 === 0 && block[at + 1] === 0;
}

/** Bytes of zero units at the beginning. */
export function leadingZeros(block: Buffer, filled: number, unit: Unit): number {
  let count = 0;
  while (count < filled && block[count] === 0) count++;
  return count - (count % unit);
}

/** The bytes as a string with one character per unit, so that an index in it is an offset. */
export function unitsOf(block: Buffer, length: number, unit: Unit, bigEndian: boolean): string {
  if (unit === 1) return block.toString('latin1', 0, length);
  if (!bigEndian) return block.toString('utf16le', 0, length);
  return Buffer.from(block.subarray(0, length)).swap16().toString('utf16le');
}

const BEYOND_ASCII = /[\u0080-\u00ff]/g;

/** Index of the next character beyond ASCII; infinity when there is none. */
export function nextBeyondAscii(chunk: string, from: number): number {
  BEYOND_ASCII.lastIndex = from;
  return BEYOND_ASCII.exec(chunk)?.index ?? Number.POSITIVE_INFINITY;
}
