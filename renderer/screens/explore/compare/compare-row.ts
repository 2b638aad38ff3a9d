import type { ComparedValue, Comparison } from '#shared/ipc/events.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';

/** Shares that differ by less are called the same. */
const SAME = 1.05;

/** What became of a value, by its share of each range's events. */
export type Change =
  | { readonly kind: 'new' | 'gone' }
  | { readonly kind: 'more' | 'less'; readonly times: number }
  | { readonly kind: 'same' };

export function changeOf({ a, b }: ComparedValue, totalA: number, totalB: number): Change {
  if (a === 0) return { kind: 'new' };
  if (b === 0) return { kind: 'gone' };
  const ratio = b / totalB / (a / totalA);
  if (ratio > 1 / SAME && ratio < SAME) return { kind: 'same' };
  return ratio > 1 ? { kind: 'more', times: ratio } : { kind: 'less', times: 1 / ratio };
}

const timesText = (times: number): string => (times < 10 ? times.toFixed(1) : times.toFixed(0));

export function changeText(change: Change): string {
  switch (change.kind) {
    case 'new':
      return 'new';
    case 'gone':
      return 'gone';
    case 'same':
      return 'about the same';
    case 'more':
      return `${timesText(change.times)} × the share`;
    case 'less':
      return `1/${timesText(change.times)} of the share`;
  }
}

/** Tab-separated text with a head. */
export const comparisonText = ({ field, values, totalA, totalB }: Comparison): string =>
  [
    [field, 'events in A', 'events in B', 'change'],
    ...values.map((one) => [
      visibleLine(one.value),
      String(one.a),
      String(one.b),
      changeText(changeOf(one, totalA, totalB)),
    ]),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');
