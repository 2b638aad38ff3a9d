import { scaleTime, scaleUtc } from 'd3-scale';
import { useRef } from 'react';
import { instantFromMs, instantToMs, type Instant } from '#shared/model/time.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { LogonRow } from './logon-columns.tsx';

const LANE = 22;
const LABELS = 190;
const EDGE = 16;
const AXIS = 22;
/** More lanes than these are a carpet: the first ones in time are drawn. */
const MOST_LANES = 40;

const sourceOf = ({ sourceHost, sourceLabel }: LogonRow): string => sourceHost ?? sourceLabel;

/** First logons as arrows from lane to lane along time. The list above says the same. */
export function MovementDrawing({
  rows,
  times,
}: {
  readonly rows: readonly LogonRow[];
  readonly times: TimeDisplay;
}) {
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(480, useWidth(box));
  const dated = rows.flatMap((row) => (row.first === undefined ? [] : [{ row, at: row.first }]));
  dated.sort((a, b) => (a.at < b.at ? -1 : 1));
  const lanes = [...new Set(dated.flatMap(({ row }) => [sourceOf(row), row.hostLabel]))].slice(
    0,
    MOST_LANES,
  );
  const start = dated[0]?.at ?? 0n;
  const end = dated.at(-1)?.at ?? start;
  const scale = (times === 'utc' ? scaleUtc() : scaleTime())
    .domain([instantToMs(start as Instant), instantToMs(end as Instant) + 1])
    .range([LABELS + EDGE, width - EDGE * 3]);
  const y = (lane: string): number => AXIS + lanes.indexOf(lane) * LANE + LANE / 2;
  const ticks = scale.ticks(Math.max(2, Math.floor((width - LABELS) / 190)));
  return (
    // Taller than its pane, it is scrolled by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="fl-graph-scroll" ref={box} tabIndex={0} role="group" aria-label="Movement">
      <svg
        className="fl-graph"
        width={width}
        height={AXIS + lanes.length * LANE + EDGE}
        role="img"
        aria-label="First logons along time, from lane to lane; the list says the same"
      >
        {ticks.map((tick) => (
          <g key={tick.getTime()} className="fl-move-tick">
            <line x1={scale(tick)} x2={scale(tick)} y1={AXIS} y2={AXIS + lanes.length * LANE} />
            <text x={scale(tick)} y={14} textAnchor="middle">
              {instantText(instantFromMs(tick.getTime()), 'min', times)}
            </text>
          </g>
        ))}
        {lanes.map((lane) => (
          <g key={lane} className="fl-move-lane">
            <line x1={LABELS} x2={width - EDGE} y1={y(lane)} y2={y(lane)} />
            <text x={LABELS - 8} y={y(lane) + 4} textAnchor="end">
              {visibleLine(lane).slice(0, 28)}
            </text>
          </g>
        ))}
        {dated.map(({ row, at }) => {
          const [from, to] = [sourceOf(row), row.hostLabel];
          if (!lanes.includes(from) || !lanes.includes(to)) return null;
          const x = scale(instantToMs(at as Instant));
          const [a, b] = [y(from), y(to)];
          const tip = b > a ? b - 5 : b + 5;
          const intruder = row.accountSide === 'intruder' || row.sourceSide === 'intruder';
          return (
            <g key={row.id} className={intruder ? 'fl-move fl-move-intruder' : 'fl-move'}>
              <title>
                {`${instantText(at as Instant, 's', times)} ${visibleLine(row.accountLabel)}: ${visibleLine(from)} → ${visibleLine(to)}`}
              </title>
              <circle cx={x} cy={a} r={2.5} />
              <line x1={x} x2={x} y1={a} y2={tip} />
              <path
                d={
                  b > a
                    ? `M${x - 4} ${b - 7}L${x + 4} ${b - 7}L${x} ${b - 1}Z`
                    : `M${x - 4} ${b + 7}L${x + 4} ${b + 7}L${x} ${b + 1}Z`
                }
              />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
