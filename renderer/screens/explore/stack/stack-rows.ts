import type { Stack } from '#shared/ipc/events.ts';
import type { Instant } from '#shared/model/time.ts';
import { formatInstant } from '#shared/model/time.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

/** A value, or the absence of any, with how often and when. */
export interface StackRow {
  readonly value: string | undefined;
  readonly count: number;
  readonly first?: bigint;
  readonly last?: bigint;
}

/** The values in their order, then how many events have none. */
export const stackRows = ({ values, missing }: Stack): readonly StackRow[] =>
  missing === 0 ? values : [...values, { value: undefined, count: missing }];

const instant = (time: bigint | undefined): string =>
  time === undefined ? '' : formatInstant(time as Instant, 'ms');

/** Tab-separated text with a head; times in UTC, shares of all matching events. */
export const stackText = (stack: Stack): string =>
  [
    [stack.field, 'events', 'share', 'first seen', 'last seen'],
    ...stackRows(stack).map(({ value, count, first, last }) => [
      visibleLine(value ?? '(none)'),
      String(count),
      (count / stack.total).toFixed(6),
      instant(first),
      instant(last),
    ]),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');
