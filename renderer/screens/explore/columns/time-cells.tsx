import type { MarkedRow } from '#shared/model/event.ts';
import { gapText, instantText, shortInstantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { gapBetween, isWideGap } from './gaps.ts';

interface TimeCellProps {
  readonly row: MarkedRow;
  readonly times: TimeDisplay;
}

const BASIS = {
  utc: 'UTC by the format',
  offset: 'zone stated by the source',
  assumed: 'zone assumed, not stated',
  none: 'no time',
} as const;

/** When, to milliseconds; in full on hover. Assumed zones are in italics and marked. */
export function TimeCell({ row, times }: TimeCellProps) {
  if (row.time === undefined) return <span className="fl-faint">undated</span>;
  const title = `${instantText(row.time, row.precision, times)} · ${row.timeMeaning} · ${BASIS[row.zone]}`;
  const shown = shortInstantText(row.time, row.precision, times);
  const parts = (
    <>
      <span className="fl-day">
        <span className="fl-year">{shown.slice(0, 5)}</span>
        {shown.slice(5, 10)}
      </span>{' '}
      {shown.slice(11)}
    </>
  );
  return row.zone === 'assumed' ? (
    <em className="fl-time" title={title}>
      {parts}
      <span aria-label="zone assumed">?</span>
    </em>
  ) : (
    <span className="fl-time" title={title}>
      {parts}
    </span>
  );
}

interface GapCellProps {
  readonly row: MarkedRow;
  readonly before: MarkedRow | undefined;
}

/** How long after the event above; a long silence is set off. */
export function GapCell({ row, before }: GapCellProps) {
  const gap = gapBetween(before, row);
  if (gap === undefined) return null;
  return <span className={isWideGap(gap) ? 'fl-gap fl-gap-wide' : 'fl-gap'}>{gapText(gap)}</span>;
}
