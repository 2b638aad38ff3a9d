/** What a record says about its quoting. */
export interface Split {
  /** Number of cells. */
  count: number;
  /** The last cell is quoted and its quote is not closed: the record goes on in the next line. */
  open: boolean;
  /** A closing quote was followed by something other than a delimiter. */
  bad: boolean;
  /** Some cell holds a doubled quote, so that the cells' text is not simply part of the record's. */
  escaped: boolean;
}

export const blankSplit = (): Split => ({ count: 0, open: false, bad: false, escaped: false });

/**
 * Splits a record into cells (RFC 4180, for any delimiter). A quote begins a quoted cell only where the cell
 * begins; elsewhere it is a character like others. `quoting` false takes every quote as a character.
 */
export function splitCells(
  text: string,
  delimiter: string,
  quoting: boolean,
  into: string[],
  result: Split,
): void {
  const mark = delimiter.charCodeAt(0);
  const { length } = text;
  result.open = false;
  result.bad = false;
  result.escaped = false;
  let count = 0;
  let at = 0;
  for (;;) {
    if (quoting && text.charCodeAt(at) === 34) {
      const end = quotedEnd(text, at + 1, mark, result);
      const cell = text.substring(at + 1, end);
      into[count++] = cell.includes('""') ? cell.replaceAll('""', '"') : cell;
      if (cell.includes('""')) result.escaped = true;
      if (result.open || end + 1 >= length) break;
      at = end + 2;
      // A delimiter at the very end is followed by an empty cell.
      if (at === length) {
        into[count++] = '';
        break;
      }
      continue;
    }
    const end = text.indexOf(delimiter, at);
    if (end < 0) {
      into[count++] = text.substring(at);
      break;
    }
    into[count++] = text.substring(at, end);
    at = end + 1;
  }
  result.count = count;
}

/** The quote that closes a cell; the end of the text, with `open` set, when there is none. */
function quotedEnd(text: string, from: number, mark: number, result: Split): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next === 34) at++;
    else if (next === mark || at + 1 === text.length) return at;
    else result.bad = true;
  }
  result.open = true;
  return text.length;
}
