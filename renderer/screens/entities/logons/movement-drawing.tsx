import { useMemo, useRef } from 'react';
import { useWidth } from '#renderer/ui/use-width.ts';
import { instantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import type { LogonRow } from './logon-columns.tsx';
import { movementOf, undrawnText } from './movement-layout.ts';
import type { Move } from './movement-layout.ts';

const LANE = 22;
const LEAST_WIDTH = 480;

interface MovementDrawingProps {
  readonly rows: readonly LogonRow[];
  readonly times: TimeDisplay;
}

/** First logons as arrows from lane to lane along time. The list above says the same. */
export function MovementDrawing({ rows, times }: MovementDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(LEAST_WIDTH, useWidth(box));
  const movement = useMemo(
    () => movementOf(rows, times, { width, lane: () => LANE }),
    [rows, times, width],
  );
  const { height, left, right, top, bottom, ticks, lanes, moves } = movement;
  const undrawn = undrawnText(movement);
  return (
    // Taller than its pane, it is scrolled by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="fl-graph-scroll" ref={box} tabIndex={0} role="group" aria-label="Movement">
      <svg
        className="fl-graph"
        width={width}
        height={height}
        role="img"
        aria-label="First logons along time, from lane to lane; the list says the same"
      >
        {ticks.map(({ x, label }) => (
          <g key={x} className="fl-move-tick">
            <line x1={x} x2={x} y1={top} y2={bottom} />
            <text x={x} y={14} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        {lanes.map(({ name, y, label }) => (
          <g key={name} className="fl-move-lane">
            <line x1={left} x2={right} y1={y} y2={y} />
            <text x={left - 8} y={y + 4} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {moves.map((move) => (
          <Arrow key={move.row.id} move={move} times={times} />
        ))}
      </svg>
      {undrawn === undefined ? null : <p className="fl-faint fl-move-undrawn">{undrawn}</p>}
    </div>
  );
}

interface ArrowProps {
  readonly move: Move;
  readonly times: TimeDisplay;
}

/** The intruder's begins at a diamond: told by shape too, not by colour alone. */
function Arrow({ move: { row, at, x, from, to, intruder }, times }: ArrowProps) {
  const down = to > from;
  const [back, tip] = down ? [to - 7, to - 1] : [to + 7, to + 1];
  return (
    <g className={intruder ? 'fl-move fl-move-intruder' : 'fl-move'}>
      <title>{tipOf(row, instantText(at, 's', times))}</title>
      {intruder ? (
        <path d={`M${x} ${from - 5}l4.5 5l-4.5 5l-4.5 -5Z`} />
      ) : (
        <circle cx={x} cy={from} r={2.5} />
      )}
      <line x1={x} x2={x} y1={from} y2={down ? to - 5 : to + 5} />
      <path d={`M${x - 4} ${back}L${x + 4} ${back}L${x} ${tip}Z`} />
    </g>
  );
}

const tipOf = ({ accountLabel, sourceHost, sourceLabel, hostLabel }: LogonRow, when: string) =>
  `${when} ${visibleLine(accountLabel)}: ${visibleLine(sourceHost ?? sourceLabel)} → ${visibleLine(hostLabel)}`;
