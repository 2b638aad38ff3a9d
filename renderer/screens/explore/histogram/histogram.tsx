import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useRead } from '#renderer/bridge/use-read.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useScopeKeys } from '#renderer/commands/use-keys.ts';
import { useAccessibleText } from '#renderer/ui/accessible-text.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { useMedia } from '#renderer/ui/use-media.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { adjust, domainOf, visit } from '../view.ts';
import type { Range } from '../view.ts';
import { axisOf, ticksOf } from './axis.ts';
import { barsOf } from './bars.ts';
import { AXIS_PX, Bars } from './bars-drawing.tsx';
import { Brush } from './brush.tsx';
import { histogramText } from './histogram-text.ts';
import { HistogramHead } from './histogram-head.tsx';
import { useHistogramKeys } from './use-histogram-keys.ts';
import './histogram.css';

const PIXELS_PER_BIN = 5;
/** Pixels of the bars; fewer in a low window, or at a high zoom, so that the list keeps most of it. */
const HEIGHT = { high: 76, low: 36 } as const;
const LOW = '(max-height: 600px)';

interface HistogramProps {
  readonly store: ExplorePlaceStore;
}

/** When the matches happened, by class. A range dragged over it, or set by keys, bounds the list. */
export function HistogramPanel({ store }: HistogramProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  useScopeKeys('histogram', frame);
  const times = useSettings((settings) => settings.times);
  const { view } = useStore(store, (place) => place.history);
  const scale = useStore(store, (place) => place.histogram.scale);
  const height = useMedia(LOW) ? HEIGHT.low : HEIGHT.high;
  const maxBins = Math.max(20, Math.min(400, Math.floor(width / PIXELS_PER_BIN)));
  const { data, error, isPlaceholderData } = useRead(
    'events.histogram',
    { ...domainOf(view), maxBins },
    { enabled: width > 0 },
  );
  const axis = useMemo(() => (data === undefined ? undefined : axisOf(data, width)), [data, width]);
  const bars = useMemo(() => (data === undefined ? [] : barsOf(data, scale)), [data, scale]);
  const ticks = useMemo(() => (axis === undefined ? [] : ticksOf(axis, times)), [axis, times]);
  useHistogramKeys(store, axis);
  useAccessibleText(frame, () =>
    data === undefined
      ? Promise.reject(new Error('The histogram is still being read.'))
      : Promise.resolve(histogramText(data, view, times)),
  );

  const setBrush = (brush: Range | undefined, settled: boolean): void =>
    store.setState(({ history }) => ({
      history: settled ? visit(history, { brush }) : adjust(history, { brush }),
      anchor: undefined,
    }));

  return (
    <section className="fl-histogram-panel" aria-label="Histogram">
      <HistogramHead store={store} histogram={data} />
      <div
        ref={frame}
        className={classNames('fl-histogram', isPlaceholderData && 'fl-histogram-stale')}
        style={{ height: height + AXIS_PX }}
        role="group"
        aria-label={`${countOf(data?.counts.length ?? 0, 'bin')}. Arrows set a range, Enter zooms to it.`}
        // The brush's keys act here, also before there is a brush.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {error !== null && data === undefined ? (
          <p className="fl-histogram-note">{failureOf(error).message}</p>
        ) : null}
        {axis === undefined ? null : axis.bins === 0 ? (
          <p className="fl-histogram-note">
            {data?.undated === 0 ? 'Nothing to draw.' : 'No matching event has a time.'}
          </p>
        ) : (
          <>
            <Bars axis={axis} bars={bars} ticks={ticks} height={height} />
            <Brush
              axis={axis}
              bars={bars}
              brush={view.brush}
              times={times}
              height={height}
              onBrush={setBrush}
            />
          </>
        )}
      </div>
    </section>
  );
}
