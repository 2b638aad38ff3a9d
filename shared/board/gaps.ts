import type { BoardItem } from '../model/board.ts';

const HOUR = 3_600_000_000_000n;
const DAY = 24n * HOUR;

export interface Gap {
  /** Position (0-based) of the item after the gap. */
  readonly before: number;
  readonly from: bigint;
  readonly to: bigint;
}

const endOf = ({ time, end }: BoardItem): bigint | undefined =>
  end !== undefined && time !== undefined && end > time ? end : time;

/**
 * Stretches without items that are long for this board: at least an hour and three times the usual distance; a day
 * in any case. `items` in board order. An item that lasts covers its whole span.
 */
export function gapsOf(items: readonly BoardItem[]): readonly Gap[] {
  const stretches: Gap[] = [];
  let covered: bigint | undefined;
  for (const [before, item] of items.entries()) {
    if (item.time === undefined) break;
    if (covered !== undefined && item.time > covered)
      stretches.push({ before, from: covered, to: item.time });
    const end = endOf(item);
    if (end !== undefined && (covered === undefined || end > covered)) covered = end;
  }
  const least = thresholdOf(stretches.map(({ from, to }) => to - from));
  return stretches.filter(({ from, to }) => to - from >= least);
}

function thresholdOf(lengths: bigint[]): bigint {
  const sorted = lengths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  // The longest does not say what is usual.
  const usual = 3n * (sorted[Math.floor((sorted.length - 2) / 2)] ?? 0n);
  const least = usual > HOUR ? usual : HOUR;
  return least > DAY ? DAY : least;
}
