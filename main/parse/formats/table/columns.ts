import { isIpv4, ipOf } from '../../text/ip.ts';
import { TIME_FORMATS, type TimeFormatId } from '../../time/formats.ts';
import { blankStamp } from '../../time/stamp.ts';

export type ColumnKind = 'time' | 'number' | 'ip' | 'text';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
  /** How its times are written, for a column of times. */
  readonly format?: TimeFormatId;
}

/** Most of the cells must agree. */
const MOST = 0.8;
const TIME_NAME = /time|date|stamp|when|created|modified|accessed|^ts$|_ts$|epoch|^on$/i;

/** Formats that say the year; the others need the whole file to be understood. */
const DATED = TIME_FORMATS.filter((format) => format.yearless !== true);
const stamp = blankStamp();

/** What a column holds, from its cells in the sample and its name, '' when it has none. */
export function columnOf(name: string, cells: readonly string[]): Column {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell !== '-');
  if (filled.length === 0) return { name, kind: 'text' };
  const format = timeFormatOf(filled, name);
  if (format !== undefined) return { name, kind: 'time', format };
  if (share(filled, isNumber) >= MOST) return { name, kind: 'number' };
  if (share(filled, isAddress) >= MOST) return { name, kind: 'ip' };
  return { name, kind: 'text' };
}

/** The format that reads the cells whole. Bare numbers are times only under a name that says so. */
export function timeFormatOf(cells: readonly string[], name: string): TimeFormatId | undefined {
  const named = name === '' || TIME_NAME.test(name);
  let best: TimeFormatId | undefined;
  let bestShare = MOST;
  for (const format of DATED) {
    if (format.id === 'epoch' && !named) continue;
    const fitting = share(
      cells,
      (cell) => format.read(cell, 0, stamp) && stamp.end === cell.length && !isBareYear(cell),
    );
    // `month-first` is tried before `day-first`: it stands unless the days prove it wrong.
    if (fitting > bestShare || (fitting === bestShare && best === undefined)) {
      best = format.id;
      bestShare = fitting;
    }
  }
  return best;
}

const isBareYear = (cell: string): boolean => cell.length < 8;

const share = (cells: readonly string[], test: (cell: string) => boolean): number =>
  cells.filter(test).length / cells.length;

const isNumber = (cell: string): boolean => /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(cell);
const isAddress = (cell: string): boolean => isIpv4(cell) || ipOf(cell) !== undefined;

/**
 * Whether the first record names the columns: its cells are unlike what stands below them. Names are not numbers,
 * times or addresses, none is missing but perhaps the last, and none is met twice.
 */
export function isHeader(first: readonly string[], below: readonly Column[]): boolean {
  const names = first.map((cell) => cell.trim());
  const filled = names.filter((name) => name !== '');
  if (filled.length < names.length - 1 || new Set(filled).size < filled.length) return false;
  if (filled.some((name) => name.length > 100 || columnOf('', [name]).kind !== 'text'))
    return false;
  if (below.some((column) => column.kind !== 'text')) return true;
  return filled.every((name) => /^[\p{L}_@#][\p{L}\p{N}_ .:@#()/-]*$/u.test(name));
}
