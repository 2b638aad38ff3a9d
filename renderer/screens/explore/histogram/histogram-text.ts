import type { Histogram } from '#shared/ipc/events.ts';
import type { AccessibleText } from '#renderer/ui/accessible-text.ts';
import { GROUP_NAMES } from '#renderer/ui/marks/event-class.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { filterText } from '../filter-text.ts';
import type { ExploreView } from '../view.ts';
import { axisOf, rangeOfBins } from './axis.ts';
import { barsOf } from './bars.ts';
import { rangeText } from './range-text.ts';
import { spanText } from './span-text.ts';

/** The histogram as lines: each bar with its classes, stretches without any as one. */
export function histogramText(
  histogram: Histogram,
  view: ExploreView,
  times: TimeDisplay,
): AccessibleText {
  const axis = axisOf(histogram, 0);
  const bars = barsOf(histogram, 'linear');
  const total = bars.reduce((sum, bar) => sum + bar.total, 0);
  const most = bars.reduce((max, bar) => Math.max(max, bar.total), 0);
  const lines: string[] = [];
  const silence = (from: number, to: number): void => {
    if (to >= from) lines.push(`${rangeText(rangeOfBins(axis, from, to), times)}: none`);
  };
  let next = 0;
  for (const { bin, total: count, segments } of bars) {
    silence(next, bin - 1);
    const classes = segments
      .toSorted((a, b) => b.count - a.count)
      .map(({ group, count: own }) => `${GROUP_NAMES[group]} ${countText(own)}`);
    lines.push(
      `${rangeText(rangeOfBins(axis, bin, bin), times)}: ${countText(count)}${count === most ? ' (most)' : ''}; ${classes.join(', ')}`,
    );
    next = bin + 1;
  }
  silence(next, axis.bins - 1);
  const head = [
    `${countOf(total, 'event')} in ${countOf(axis.bins, 'bar')} of ${spanText(axis.binWidth)}${histogram.undated === 0 ? '' : `; ${countText(histogram.undated)} undated`}. ${filterText(view, times)}`,
    '',
  ];
  return { title: 'Histogram as text', text: [...head, ...lines].join('\n') };
}
