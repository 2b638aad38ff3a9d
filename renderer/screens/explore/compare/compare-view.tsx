import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { addFilter } from '#shared/query/add-filter.ts';
import { copyText } from '#renderer/bridge/clipboard.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { runCommand, useCommand } from '#renderer/commands/registry.ts';
import { notify } from '#renderer/state/notify.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import { ClockIcon, CopyIcon, ProblemIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { FieldChooser } from '../field-chooser.tsx';
import { rangeText } from '../histogram/range-text.ts';
import { useFocusIfLost } from '../use-focus-if-lost.ts';
import { visit } from '../view.ts';
import { compareColumns } from './compare-columns.tsx';
import { againstBefore, halves } from './compare-ranges.ts';
import type { RangePair } from './compare-ranges.ts';
import { comparisonText } from './compare-row.ts';
import { RangePick } from './range-pick.tsx';
import './compare.css';

interface CompareViewProps {
  readonly store: ExplorePlaceStore;
  /** Shows the list of events and puts the focus there. */
  readonly toList: () => void;
}

const SHOWN = 1_000;
const ROW_PX = { compact: 24, comfortable: 32 } as const;

/** The ranges set by hand, else the range of the view against the time before it, else the halves of all. */
function usePair(store: ExplorePlaceStore): RangePair | undefined {
  const { pair } = useStore(store, (place) => place.compare);
  const { query, crumbs, brush } = useStore(store, (place) => place.history.view);
  const range = brush ?? crumbs.at(-1);
  const { data } = useRead(
    'events.rhythm',
    { query, limit: 1 },
    { enabled: pair === undefined && range === undefined },
  );
  if (pair !== undefined) return pair;
  if (range !== undefined) return againstBefore(range);
  if (data?.first === undefined || data.last === undefined) return undefined;
  return halves({ from: data.first, to: data.last + 1n });
}

/** The values of a field in one range of time against another: new, gone, more, less. */
export function CompareView({ store, toList }: CompareViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { field, pair: byHand } = useStore(store, (place) => place.compare);
  const { view } = useStore(store, (place) => place.history);
  const times = useSettings((settings) => settings.times);
  const density = useSettings((settings) => settings.density);
  const [cursor, setCursor] = useState({ row: 0, column: 0 });
  const [top, setTop] = useState(0);
  const pair = usePair(store);
  const range = view.brush ?? view.crumbs.at(-1);
  const { data, error, isPlaceholderData } = useRead(
    'events.compare',
    {
      query: view.query,
      field,
      a: pair?.a ?? { from: 0n, to: 0n },
      b: pair?.b ?? { from: 0n, to: 0n },
      limit: SHOWN,
    },
    { enabled: pair !== undefined },
  );
  const columns = useMemo(
    () => compareColumns({ field, totalA: data?.totalA ?? 1, totalB: data?.totalB ?? 1 }),
    [field, data],
  );
  const rows = data?.values ?? [];
  useFocusIfLost(frame, '[role=grid]');
  const set = (next: Partial<{ field: string; pair: RangePair | undefined }>): void => {
    store.setState(({ compare }) => ({ compare: { ...compare, ...next } }));
    setCursor({ row: 0, column: 0 });
    setTop(0);
  };
  /** The events of a value, in the range it is in more of. */
  const open = (index: number): void => {
    const row = rows[index];
    if (row === undefined || pair === undefined || isPlaceholderData) return;
    const where = row.b === 0 ? pair.a : pair.b;
    store.setState(({ history }) => ({
      history: visit(history, {
        query: addFilter(history.view.query, field, row.value, 'only'),
        crumbs: [where],
        brush: undefined,
      }),
      compare: { field, pair },
      anchor: undefined,
    }));
    toList();
  };
  useCommand('compare.leave', toList);
  useCommand(
    'compare.copy',
    () => {
      if (data === undefined) return;
      void copyText(comparisonText(data)).then(() =>
        notify({ text: `Copied ${countOf(data.values.length, 'value')}.` }),
      );
    },
    data !== undefined,
  );

  if (pair === undefined) {
    return (
      <div ref={frame} className="fl-mode">
        <EmptyState icon={ClockIcon} title="No times to compare">
          No matching event has a time.
        </EmptyState>
      </div>
    );
  }
  return (
    <div ref={frame} className="fl-mode">
      <div className="fl-mode-head">
        <FieldChooser label="Values of" field={field} onChange={(next) => set({ field: next })} />
        <RangePick
          name="A"
          range={pair.a}
          count={data?.totalA}
          onChange={(a) => set({ pair: { ...pair, a } })}
        />
        <RangePick
          name="B"
          range={pair.b}
          count={data?.totalB}
          onChange={(b) => set({ pair: { ...pair, b } })}
        />
        {byHand === undefined || range === undefined ? null : (
          <Button size="small" variant="quiet" onPress={() => set({ pair: undefined })}>
            Range of the view against the time before
          </Button>
        )}
        <Button size="small" icon={CopyIcon} onPress={() => runCommand('compare.copy')}>
          Copy as TSV
        </Button>
        <p className="fl-mode-note" role="status">
          {data === undefined ? '' : countOf(data.distinct, 'value')}
        </p>
      </div>
      <Grid
        label={`Values of ${field} in two ranges`}
        scope="compare"
        rowCount={rows.length}
        rowHeight={ROW_PX[density]}
        rowAt={(index) => rows[index]}
        columns={columns}
        cursor={cursor}
        onCursor={(next) => setCursor(next)}
        top={top}
        onTop={setTop}
        onOpen={open}
        stale={isPlaceholderData}
        description={`Enter shows the events of a value. ${countOf(rows.length, 'row')}`}
        plainText={() =>
          Promise.resolve({
            title: `Values of ${field} in two ranges as text`,
            text:
              data === undefined || pair === undefined
                ? ''
                : `A: ${rangeText(pair.a, times)}. B: ${rangeText(pair.b, times)}.\n\n${comparisonText(data)}`,
          })
        }
        empty={
          error !== null && data === undefined ? (
            <EmptyState icon={ProblemIcon} title="The ranges could not be compared">
              {failureOf(error).message}
            </EmptyState>
          ) : data !== undefined && rows.length === 0 ? (
            <EmptyState icon={ClockIcon} title={`No event in either range has a ${field}`}>
              Choose another field, or other ranges.
            </EmptyState>
          ) : null
        }
      />
    </div>
  );
}
