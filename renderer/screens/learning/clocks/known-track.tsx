import { useMemo, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useSettings } from '#renderer/state/settings.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import type { MarkKind } from './acts-of-log.ts';
import { marksOf, nextMark } from './acts-of-log.ts';
import { scaleByAct, scaleByTime } from './known-scale.ts';
import type { Known } from './use-known.ts';

/** Steps of the handle's way: finer than pixels. */
const STEPS = 10_000;
/** Half the handle: as much of the way is lost at each end. */
const EDGE = 8;

/** Where a mark begins; kinds differ in length as well as in colour. */
export const MARK_TOPS: Readonly<Record<MarkKind, number>> = {
  board: 8,
  finding: 4,
  incident: 0,
  verdict: 10,
};

interface KnownTrackProps {
  readonly known: Known;
  readonly scale: 'time' | 'act';
  /** What is known where the handle stands, in words. */
  readonly text: string;
}

/** The way of the handle, with marks where facts became known. Arrows go by acts, page keys by marks, on either scale. */
export function KnownTrack({ known, scale: by, text }: KnownTrackProps) {
  const { acts, position } = known;
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(200, useWidth(box) - 2 * EDGE);
  const times = useSettings((settings) => settings.times);
  const scale = useMemo(
    () => (by === 'act' ? scaleByAct(acts.length) : scaleByTime(known.times, width, times)),
    [by, acts, known.times, width, times],
  );
  const marks = useMemo(() => marksOf(acts, scale.shareOf), [acts, scale]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = positionFor(event.key, known);
    if (to === undefined) return;
    event.preventDefault();
    known.toAct(to);
  };
  return (
    <div className="fl-clocks-track" ref={box}>
      <svg className="fl-clocks-marks" preserveAspectRatio="none" viewBox="0 0 1000 14" aria-hidden>
        {scale.folds.map(({ from, to }) => (
          <rect key={from} x={from * 1000} width={(to - from) * 1000} y={0} height={14} />
        ))}
        {marks.map(({ at, kind }) => (
          <line
            key={`${kind} ${at}`}
            className={`fl-clocks-mark-${kind}`}
            x1={at * 1000}
            x2={at * 1000}
            y1={MARK_TOPS[kind]}
            y2={14}
          />
        ))}
      </svg>
      {scale.folds.map(({ from, to, label }) => (
        <em
          key={from}
          className="fl-clocks-fold"
          aria-hidden
          style={{ left: `calc(${EDGE}px + (100% - ${2 * EDGE}px) * ${(from + to) / 2})` }}
        >
          {label}
        </em>
      ))}
      <input
        type="range"
        data-region-start
        min={0}
        max={STEPS}
        step={1}
        value={Math.round(scale.shareOf(position) * STEPS)}
        aria-label="Known at"
        aria-valuetext={text}
        onKeyDown={onKeyDown}
        onChange={(event) => known.toAct(scale.positionAt(Number(event.target.value) / STEPS))}
      />
      {by === 'act' ? null : (
        <div className="fl-clocks-ticks" aria-hidden>
          {scale.ticks.map(({ share, label }) => (
            <span key={share} style={{ left: `${share * 100}%` }}>
              {label}
            </span>
          ))}
          {scale.dates.map(({ share, date }) => (
            <strong key={date} style={{ left: `${share * 100}%` }}>
              {date}
            </strong>
          ))}
        </div>
      )}
    </div>
  );
}

function positionFor(key: string, { acts, position }: Known): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return position - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return position + 1;
    case 'PageDown':
      return nextMark(acts, position, -1);
    case 'PageUp':
      return nextMark(acts, position, 1);
    case 'Home':
      return 0;
    case 'End':
      return acts.length;
    default:
      return undefined;
  }
}
