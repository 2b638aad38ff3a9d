import type { Instant } from '#shared/model/time.ts';
import type { GridColumn } from '#renderer/ui/grid/grid-column.ts';
import { classLook } from '#renderer/ui/marks/event-class.ts';
import { countText, percentText } from '#renderer/ui/number-text.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { StackRow } from './stack-rows.ts';

interface StackColumnContext {
  readonly field: string;
  readonly times: TimeDisplay;
  /** Matching events, and the count of the most frequent row. */
  readonly total: number;
  readonly most: number;
}

export function stackColumns(context: StackColumnContext): readonly GridColumn<StackRow>[] {
  const { field, times, total, most } = context;
  const seen = (time: bigint | undefined) =>
    time === undefined ? null : (
      <span className="fl-time">{shortInstantText(time as Instant, 'ms', times)}</span>
    );
  return [
    {
      id: 'value',
      title: field,
      width: 260,
      least: 160,
      grows: true,
      render: ({ value }) =>
        value === undefined ? (
          <em className="fl-faint">no value</em>
        ) : (
          <>
            {field === 'class' ? (
              <span className={`fl-class-dot fl-class-${classLook(value).group}`} aria-hidden />
            ) : null}
            <span className="fl-cut fl-mono" title={visibleLine(value)}>
              {visibleLine(value)}
            </span>
          </>
        ),
    },
    {
      id: 'count',
      title: 'Events',
      width: 90,
      align: 'end',
      render: ({ count }) => countText(count),
    },
    {
      id: 'share',
      title: 'Share',
      width: 190,
      least: 90,
      render: ({ count }) => (
        <>
          <span className="fl-stack-bar" aria-hidden>
            <span style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className="fl-stack-percent">{percentText(count / total)}</span>
        </>
      ),
    },
    {
      id: 'first',
      title: 'First seen',
      width: 174,
      render: ({ first }) => seen(first),
    },
    {
      id: 'last',
      title: 'Last seen',
      width: 174,
      render: ({ last }) => seen(last),
    },
  ];
}
