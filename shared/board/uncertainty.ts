import type { BoardItem } from '../model/board.ts';
import type { Precision } from '../model/time.ts';

/** How long a moment of this precision may in truth have lasted, ns. */
export const PRECISION_NS: Readonly<Record<Precision, bigint>> = {
  ns: 1n,
  '100ns': 100n,
  us: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  min: 60_000_000_000n,
  day: 86_400_000_000_000n,
};

export const PRECISION_NAMES: Readonly<Record<Precision, string>> = {
  ns: 'nanosecond',
  '100ns': '100 nanoseconds',
  us: 'microsecond',
  ms: 'millisecond',
  s: 'second',
  min: 'minute',
  day: 'day',
};

/** Whether the times of two items leave open which of them came first. */
export function isOrderUncertain(a: BoardItem, b: BoardItem): boolean {
  if (a.time === undefined || b.time === undefined) return true;
  const aEnd = a.time + PRECISION_NS[a.precision];
  const bEnd = b.time + PRECISION_NS[b.precision];
  return a.time < bEnd && b.time < aEnd;
}

/** Why the order is open, for a tooltip and a footnote. */
export function uncertaintyBetween(a: BoardItem, b: BoardItem): string | undefined {
  if (!isOrderUncertain(a, b)) return undefined;
  if (a.time === undefined || b.time === undefined) return 'one of them has no time';
  if (a.time === b.time && a.precision === b.precision)
    return `both have the same ${PRECISION_NAMES[a.precision]}`;
  const coarse = PRECISION_NS[a.precision] >= PRECISION_NS[b.precision] ? a : b;
  return `one is known to the ${PRECISION_NAMES[coarse.precision]} only`;
}
