import type { MarkedRow } from '#shared/model/event.ts';
import type { AccessibleText } from '#renderer/ui/accessible-text.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { gapText, shortInstantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { gapBetween, isWideGap } from '../columns/gaps.ts';
import { filterText } from '../filter-text.ts';
import type { ExploreView } from '../view.ts';

interface ListTextOptions {
  readonly view: ExploreView;
  readonly times: TimeDisplay;
  /** Rows from the cursor on, the first of which stands at `start` (0-based) of `total`. */
  readonly rows: readonly MarkedRow[];
  readonly start: number;
  readonly total: number;
}

const marksOf = (row: MarkedRow): string =>
  [
    ...(row.onBoard ? ['on the board'] : []),
    ...(row.inFinding ? ['in a finding'] : []),
    ...(row.noted ? ['noted'] : []),
    ...row.tags.map((tag) => `tag ${visibleLine(tag)}`),
  ].join(', ');

/** One event as a sentence: when, what kind, where, who, what it says, what was made of it. */
function line(row: MarkedRow, at: number, times: TimeDisplay): string {
  const when =
    row.time === undefined
      ? 'undated'
      : `${shortInstantText(row.time, row.precision, times)}${row.zone === 'assumed' ? ' (zone assumed)' : ''}`;
  const parts = [
    row.category.replaceAll('_', ' '),
    row.level === undefined || row.level === 'info' ? '' : row.level,
    row.host === undefined ? '' : `host ${visibleLine(row.host)}`,
    row.user === undefined ? '' : `user ${visibleLine(row.user)}`,
    visibleLine(row.message),
    marksOf(row),
  ].filter(Boolean);
  return `${countText(at)}. ${when}: ${parts.join('; ')}`;
}

/** The list from the cursor on, an event a line, with its long silences. */
export function listText({ view, times, rows, start, total }: ListTextOptions): AccessibleText {
  const head = [
    `${countOf(total, 'event')}, ${view.order === 'time-ascending' ? 'oldest' : 'newest'} first. ${filterText(view, times)}`,
    total === 0
      ? 'Nothing matches.'
      : `Rows ${countText(start + 1)} to ${countText(start + rows.length)}, from the cursor on.`,
    '',
  ];
  const lines = rows.flatMap((row, index) => {
    const gap = gapBetween(rows[index - 1], row);
    return [
      ...(gap !== undefined && isWideGap(gap)
        ? [`   (${gapText(gap).slice(1)} without events)`]
        : []),
      line(row, start + index + 1, times),
    ];
  });
  return { title: 'Events as text', text: [...head, ...lines].join('\n') };
}
