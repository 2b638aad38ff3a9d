import { useState } from 'react';
import type { PointerEvent } from 'react';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { GROUP_NAMES } from '#renderer/ui/marks/event-class.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import type { Range } from '../view.ts';
import { binAt, edgesOf, rangeOfBins, xOf } from './axis.ts';
import type { Axis } from './axis.ts';
import type { Bar } from './bars.ts';
import { rangeText } from './range-text.ts';

interface BrushProps {
  readonly axis: Axis;
  readonly bars: readonly Bar[];
  readonly brush: Range | undefined;
  readonly times: TimeDisplay;
  readonly height: number;
  /** `settled` false while a drag goes on. */
  readonly onBrush: (brush: Range | undefined, settled: boolean) => void;
}

type Drag = {
  readonly kind: 'new' | 'from' | 'to';
  readonly start: number;
  readonly moved: boolean;
};

/** Takes the pointer over the histogram, shows the range, and has two handles that are sliders. */
export function Brush({ axis, bars, brush, times, height, onBrush }: BrushProps) {
  const [drag, setDrag] = useState<Drag>();
  const [picked, setPicked] = useState<Range>();
  const [hover, setHover] = useState<number>();
  const shown = picked ?? brush;
  const binOf = (event: PointerEvent<HTMLElement>): number =>
    binAt(axis, event.clientX - event.currentTarget.getBoundingClientRect().left);

  const begin = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const handle = event.target instanceof HTMLElement ? event.target.dataset['edge'] : undefined;
    const bin = binOf(event);
    if ((handle === 'from' || handle === 'to') && brush !== undefined) {
      const { low, high } = edgesOf(axis, brush);
      setDrag({ kind: handle, start: handle === 'from' ? high - 1 : low, moved: true });
    } else setDrag({ kind: 'new', start: bin, moved: false });
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const bin = binOf(event);
    setHover(bin);
    if (drag === undefined) return;
    if (bin !== drag.start || drag.moved) {
      setPicked(rangeOfBins(axis, drag.start, bin));
      if (!drag.moved) setDrag({ ...drag, moved: true });
    }
  };
  const end = (event: PointerEvent<HTMLElement>): void => {
    if (drag === undefined) return;
    const bin = binOf(event);
    const clicked = !drag.moved;
    // A click picks the bar under it, or lets go of the range it is outside of.
    const hit = bars.some((bar) => bar.bin === bin);
    onBrush(clicked ? (hit ? rangeOfBins(axis, bin, bin) : undefined) : (picked ?? brush), true);
    setDrag(undefined);
    setPicked(undefined);
  };

  return (
    <div
      className="fl-brush"
      style={{ height }}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => {
        setDrag(undefined);
        setPicked(undefined);
      }}
      onPointerLeave={() => setHover(undefined)}
    >
      {shown === undefined ? null : <Picked axis={axis} range={shown} times={times} />}
      {hover === undefined ? null : (
        <Tip axis={axis} bin={hover} bar={bars.find(({ bin }) => bin === hover)} times={times} />
      )}
    </div>
  );
}

interface PickedProps {
  readonly axis: Axis;
  readonly range: Range;
  readonly times: TimeDisplay;
}

function Picked({ axis, range, times }: PickedProps) {
  const left = Math.max(0, Math.min(axis.width, xOf(axis, range.from)));
  const right = Math.max(left, Math.min(axis.width, xOf(axis, range.to)));
  const { low, high } = edgesOf(axis, range);
  const handles = [
    { edge: 'from', label: 'Start of the range', at: left, bin: low },
    { edge: 'to', label: 'End of the range', at: right, bin: high },
  ] as const;
  return (
    <>
      <span className="fl-brush-shade" style={{ left: 0, width: left }} />
      <span className="fl-brush-shade" style={{ left: right, right: 0 }} />
      <span className="fl-brush-range" style={{ left, width: right - left }} />
      {handles.map(({ edge, label, at, bin }) => (
        <span
          key={edge}
          className="fl-brush-handle"
          data-edge={edge}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={axis.bins}
          aria-valuenow={bin}
          aria-valuetext={rangeText(range, times)}
          style={{ left: at }}
        />
      ))}
    </>
  );
}

interface TipProps {
  readonly axis: Axis;
  readonly bin: number;
  readonly bar: Bar | undefined;
  readonly times: TimeDisplay;
}

function Tip({ axis, bin, bar, times }: TipProps) {
  const x = ((bin + 0.5) / axis.bins) * axis.width;
  const toLeft = x > axis.width - 240;
  return (
    <div className="fl-tip" style={toLeft ? { right: axis.width - x + 10 } : { left: x + 10 }}>
      <div className="fl-tip-when">{rangeText(rangeOfBins(axis, bin, bin), times)}</div>
      <div>{countOf(bar?.total ?? 0, 'event')}</div>
      {(bar?.segments ?? []).toReversed().map(({ group, count }) => (
        <div key={group} className="fl-tip-line">
          <span className={`fl-class-dot fl-class-${group}`} />
          {GROUP_NAMES[group]}
          <span>{countText(count)}</span>
        </div>
      ))}
    </div>
  );
}
