import { memo } from 'react';
import type { Axis, Tick } from './axis.ts';
import type { Bar } from './bars.ts';

interface BarsProps {
  readonly axis: Axis;
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
  /** Pixels of the drawing above its axis. */
  readonly height: number;
}

/** Below the bars. */
export const AXIS_PX = 18;
const LEAST_PX = 2;

/** The drawing itself; what it says is in the status, the list and the facets for those who do not see it. */
export const Bars = memo(function Bars({ axis, bars, ticks, height }: BarsProps) {
  const step = axis.width / axis.bins;
  const bar = Math.max(1, step - (step > 4 ? 1 : 0));
  return (
    <svg width={axis.width} height={height + AXIS_PX} aria-hidden className="fl-bars">
      {ticks.map(({ x, label, strong }) => (
        <g key={x} className={strong ? 'fl-tick fl-tick-strong' : 'fl-tick'}>
          <line x1={x} x2={x} y1={0} y2={height + 4} />
          <text x={x + 4} y={height + 14}>
            {label}
          </text>
        </g>
      ))}
      <line className="fl-bars-base" x1={0} x2={axis.width} y1={height + 0.5} y2={height + 0.5} />
      {bars.map(({ bin, segments, height: share }) => {
        const least = share * height < LEAST_PX ? LEAST_PX / (share * height) : 1;
        return segments.map(({ group, from, to }) => (
          <rect
            key={`${bin}${group}`}
            className={`fl-class-${group}`}
            x={bin * step}
            width={bar}
            y={height - to * height * least}
            height={(to - from) * height * least}
          />
        ));
      })}
    </svg>
  );
});
