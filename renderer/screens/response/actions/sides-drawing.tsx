import { useMemo, useRef } from 'react';
import { dateMarks } from '#shared/board/figure-axis.ts';
import { AXIS_HEIGHT, layOutFigure } from '#shared/board/figure-layout.ts';
import type { FigureLayout, PlacedItem } from '#shared/board/figure-layout.ts';
import { SIDES } from './both-sides.ts';
import type { BothSides, Marked } from './both-sides.ts';
import { ACTION_STATE_NAMES } from '#shared/response/playbook/names.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { instantText, wallOffset } from '#renderer/ui/time-text.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { SideMark } from './side-mark.tsx';

/** The layout is reckoned for print, whose letters are smaller. */
const SCALE = 1.36;
const LEAST_WIDTH = 640;
/** Tall enough for every lane to spread; the drawing scrolls. */
const MAX_HEIGHT = 900;
/** What a date takes with the gap to the next, in units of the layout. */
const DATE_ROOM = 54;

interface SidesDrawingProps {
  readonly sides: BothSides;
  /** Id of the action whose details are open. */
  readonly open: string | undefined;
  readonly onShow: (mark: Marked) => void;
}

/** The intruder's steps and ours along one time. The table below and the board say the same in words. */
export function SidesDrawing({ sides, open, onShow }: SidesDrawingProps) {
  const times = useSettings((settings) => settings.times);
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(LEAST_WIDTH, useWidth(box)) / SCALE;
  const layout = useMemo(
    () =>
      layOutFigure(sides.items, [], {
        width,
        maxHeight: MAX_HEIGHT,
        lanes: 'actor',
        first: SIDES,
        numbers: sides.numbers,
        offset: wallOffset(times),
      }),
    [sides, width, times],
  );
  return (
    // Taller than its pane, it is scrolled by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="fl-sides" ref={box} tabIndex={0} role="group" aria-label="Both sides over time">
      {layout === undefined ? null : (
        <svg
          width={layout.width * SCALE}
          height={layout.height * SCALE}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="img"
          aria-label={`What the intruder did and what was done about it, along time in ${times === 'utc' ? 'UTC' : 'local time'}; the table and the board say the same`}
        >
          <Lanes layout={layout} />
          <Axis layout={layout} times={times} />
          {layout.lanes.map((lane) =>
            lane.items.map((placed) => (
              <Placed
                key={placed.item.id}
                placed={placed}
                mark={sides.marked.get(placed.item.id)}
                open={open}
                times={times}
                onShow={onShow}
              />
            )),
          )}
          {layout.lanes.flatMap(({ title, groups }) =>
            groups.map(({ x, y, count }) => (
              <text key={`${title} ${x}`} className="fl-sides-count" x={x} y={y + 3}>
                +{count}
              </text>
            )),
          )}
        </svg>
      )}
      {sides.undated === 0 ? null : (
        <p className="fl-faint">
          {countOf(sides.undated, 'action')} without a time: in the table only.
        </p>
      )}
    </div>
  );
}

const Lanes = ({ layout }: { readonly layout: FigureLayout }) =>
  layout.lanes.map(({ title, top, height }, n) => (
    <g key={title} className={n % 2 === 0 ? 'fl-sides-lane' : undefined}>
      <rect x={0} y={top} width={layout.width} height={height} />
      <text x={6} y={top + 15}>
        {title}
      </text>
    </g>
  ));

interface AxisProps {
  readonly layout: FigureLayout;
  readonly times: TimeDisplay;
}

function Axis({ layout: { axis, width, height }, times }: AxisProps) {
  const line = AXIS_HEIGHT - 4;
  const dates = dateMarks(
    axis.segments.flatMap(({ ticks }) => ticks),
    width,
    DATE_ROOM,
  );
  return (
    <g className="fl-sides-axis">
      <text x={6} y={line - 7}>
        {times === 'utc' ? 'UTC' : 'Local time'}
      </text>
      {axis.segments.map(({ left, right, ticks }) => (
        <g key={left}>
          <line x1={left} x2={right} y1={line} y2={line} />
          {ticks.map(({ x, label }) => (
            <g key={x}>
              <line className="fl-sides-tick" x1={x} x2={x} y1={line} y2={height} />
              <text x={x} y={line - 7} textAnchor="middle">
                {label}
              </text>
            </g>
          ))}
        </g>
      ))}
      {dates.map(({ x, date }) => (
        <text key={date} className="fl-sides-date" x={x} y={9}>
          {date}
        </text>
      ))}
      {axis.folds.map(({ left, right, label }) => (
        <g key={left} className="fl-sides-fold">
          <rect x={left + 2} y={line} width={right - left - 4} height={height - line} />
          <text x={(left + right) / 2} y={line - 7} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

interface PlacedProps {
  readonly placed: PlacedItem;
  readonly mark: Marked | undefined;
  readonly open: string | undefined;
  readonly times: TimeDisplay;
  readonly onShow: (mark: Marked) => void;
}

function Placed({ placed, mark, open, times, onShow }: PlacedProps) {
  if (mark === undefined) return null;
  const { x, y, label, labelSide, until } = placed;
  const isOpen = mark.kind === 'action' && mark.action.id === open;
  return (
    // By keyboard the same is opened from the table below, and from the board.
    <g
      className={classNames('fl-sides-item', `fl-sides-${mark.kind}`, isOpen && 'fl-sides-open')}
      data-mark={placed.item.id}
      onClick={() => onShow(mark)}
    >
      <title>{tipOf(placed, mark, times)}</title>
      {until?.kind !== 'lasts' ? null : (
        <line className="fl-sides-until" x1={x} x2={until.x} y1={y + 5} y2={y + 5} />
      )}
      <SideMark mark={mark} x={x} y={y} />
      <text
        x={labelSide === 'right' ? x + 8 : x - 8}
        y={y + 3}
        textAnchor={labelSide === 'right' ? 'start' : 'end'}
      >
        {visibleLine(label).trim()}
      </text>
    </g>
  );
}

function tipOf({ item }: PlacedItem, mark: Marked, times: TimeDisplay): string {
  const when = item.time === undefined ? '' : instantText(item.time, item.precision, times);
  const state = mark.kind === 'action' ? `, ${ACTION_STATE_NAMES[mark.action.state]}` : '';
  return `${when} ${times === 'utc' ? 'UTC' : 'local'} ${visibleLine(item.title)}${state}`;
}
