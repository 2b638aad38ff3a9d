import { useState } from 'react';
import { useStore } from 'zustand';
import type { Histogram } from '#shared/ipc/events.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ClockIcon } from '#renderer/ui/icons.ts';
import { Popover } from '#renderer/ui/popover.tsx';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { Legend } from './legend.tsx';
import { RangeBar } from './range-bar.tsx';
import { RangeForm } from './range-form.tsx';

interface HistogramHeadProps {
  readonly store: ExplorePlaceStore;
  readonly histogram: Histogram | undefined;
}

/** Crumbs of the range, the legend, and how the histogram is drawn. */
export function HistogramHead({ store, histogram }: HistogramHeadProps) {
  const drawn = useStore(store, (place) => place.histogram);
  const [form, setForm] = useState(false);
  useCommand('explore.range', () => setForm(true));
  const log = drawn.scale === 'log';
  return (
    <div className="fl-histogram-head">
      <RangeBar store={store} />
      {histogram === undefined ? null : <Legend histogram={histogram} />}
      <div className="fl-histogram-acts">
        <Popover
          label="Time range"
          placement="bottom end"
          open={form}
          onOpenChange={setForm}
          trigger={
            <Button size="small" variant="quiet" icon={ClockIcon}>
              Range…
            </Button>
          }
        >
          {(close) => <RangeForm store={store} close={close} />}
        </Popover>
        <Button
          size="small"
          variant="quiet"
          aria-pressed={log}
          onPress={() => store.setState({ histogram: { ...drawn, scale: log ? 'linear' : 'log' } })}
        >
          Log scale
        </Button>
      </div>
    </div>
  );
}
