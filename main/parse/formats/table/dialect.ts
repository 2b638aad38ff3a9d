import { type Split, blankSplit, splitCells } from './cells.ts';

export const DELIMITERS = [',', '\t', ';', '|'] as const;

export interface Dialect {
  readonly delimiter: string;
  /** False when quotes are characters like others. */
  readonly quoting: boolean;
}

export interface DialectGuess extends Dialect {
  /** Cells of most records. */
  readonly width: number;
  /** Share of the records that have that many, 0 to 1. */
  readonly steadiness: number;
}

const SAMPLE = 200;

/** The delimiter under which most records of the sample have the same number of cells, if any gives several. */
export function guessDialect(lines: readonly string[]): DialectGuess | undefined {
  let best: DialectGuess | undefined;
  for (const delimiter of DELIMITERS) {
    const guess = measure(lines, delimiter);
    if (guess.width < 2) continue;
    // Steadiness first; among the equally steady the one that cuts more, which a decimal comma cannot win.
    if (
      best === undefined ||
      guess.steadiness > best.steadiness + 0.05 ||
      (guess.steadiness > best.steadiness - 0.05 && guess.width > best.width)
    )
      best = guess;
  }
  return best;
}

/** How well the lines fit a delimiter, with quotes as quotes, or without where that never ends. */
export function measure(lines: readonly string[], delimiter: string): DialectGuess {
  const quoted = widths(lines, delimiter, true);
  if (!quoted.runaway) return { delimiter, quoting: true, ...most(quoted.counts) };
  return { delimiter, quoting: false, ...most(widths(lines, delimiter, false).counts) };
}

function widths(
  lines: readonly string[],
  delimiter: string,
  quoting: boolean,
): { readonly counts: readonly number[]; readonly runaway: boolean } {
  const split: Split = blankSplit();
  const cells: string[] = [];
  const counts: number[] = [];
  let pending = '';
  let joined = 0;
  let runaway = 0;
  for (const line of lines.slice(0, SAMPLE)) {
    const text = joined > 0 ? `${pending}\n${line}` : line;
    splitCells(text, delimiter, quoting, cells, split);
    if (split.open) {
      pending = text;
      if (++joined > 100) {
        runaway++;
        joined = 0;
      }
      continue;
    }
    joined = 0;
    counts.push(split.count);
  }
  // One open record at the end is the head's own end; more lines than read records is a quote that is none.
  return { counts, runaway: runaway > 0 || (joined > 20 && joined > counts.length) };
}

function most(counts: readonly number[]): { readonly width: number; readonly steadiness: number } {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let width = 0;
  let times = 0;
  for (const [count, met] of tally) {
    if (met > times) {
      width = count;
      times = met;
    }
  }
  return { width, steadiness: counts.length === 0 ? 0 : times / counts.length };
}
