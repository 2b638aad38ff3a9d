import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { addFilter } from '#shared/query/add-filter.ts';
import type { FilterMode } from '#shared/query/add-filter.ts';
import { copyText } from '#renderer/bridge/clipboard.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { keysOf } from '#renderer/commands/catalog.ts';
import { runCommand, useCommand } from '#renderer/commands/registry.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import { CopyIcon, FilterIcon, ProblemIcon, SortRareIcon } from '#renderer/ui/icons.ts';
import { keyCaps } from '#renderer/ui/key-caps.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { FieldChooser } from '../field-chooser.tsx';
import { filterText } from '../filter-text.ts';
import { useFocusIfLost } from '../use-focus-if-lost.ts';
import { filterOf, visit } from '../view.ts';
import { stackColumns } from './stack-columns.tsx';
import { stackRows, stackText } from './stack-rows.ts';
import './stack.css';

interface StackViewProps {
  readonly store: ExplorePlaceStore;
  /** Shows the list of events and puts the focus there. */
  readonly toList: () => void;
}

const SHOWN = 1_000;
const COPIED = 20_000;
const ROW_PX = { compact: 24, comfortable: 32 } as const;

/** The values of one field among the matches, rarest or most frequent first. */
export function StackView({ store, toList }: StackViewProps) {
  const engine = useEngine();
  const frame = useRef<HTMLDivElement>(null);
  const { field, rare } = useStore(store, (place) => place.stack);
  const { view } = useStore(store, (place) => place.history);
  const times = useSettings((settings) => settings.times);
  const density = useSettings((settings) => settings.density);
  const [cursor, setCursor] = useState({ row: 0, column: 0 });
  const [top, setTop] = useState(0);
  const filter = filterOf(view);
  const asked = { ...filter, field, rare, limit: SHOWN };
  const { data, error, isPlaceholderData } = useRead('events.stack', asked);
  const rows = useMemo(() => (data === undefined ? [] : stackRows(data)), [data]);
  const columns = useMemo(
    () =>
      stackColumns({
        field,
        times,
        total: data?.total ?? 1,
        most: rows.reduce((most, { count }) => Math.max(most, count), 1),
      }),
    [field, times, data, rows],
  );
  useFocusIfLost(frame, '[role=grid]');

  const set = (next: Partial<{ field: string; rare: boolean }>): void => {
    store.setState(({ stack }) => ({ stack: { ...stack, ...next } }));
    setCursor({ row: 0, column: 0 });
    setTop(0);
  };
  const filterBy = (mode: FilterMode, row = rows[cursor.row]): void => {
    if (row === undefined || isPlaceholderData) return;
    store.setState(({ history }) => ({
      history: visit(history, { query: addFilter(history.view.query, field, row.value, mode) }),
      anchor: undefined,
    }));
  };
  const copy = async (): Promise<void> => {
    const all = await engine.call('events.stack', { ...asked, limit: COPIED });
    await copyText(stackText(all));
    const cut = all.distinct - all.values.length;
    notify({
      text: `Copied ${countOf(all.values.length, 'value')} with ${cut > 0 ? `counts; ${countText(cut)} more were left out.` : 'counts.'}`,
    });
  };
  useCommand('stack.filter-in', () => filterBy('only'));
  useCommand('stack.filter-out', () => filterBy('not'));
  useCommand('stack.rare', () => set({ rare: !rare }));
  useCommand('stack.leave', toList);
  useCommand('stack.copy', () => {
    copy().catch((reason: unknown) => notifyFailure('Nothing was copied.', reason));
  });

  return (
    <div ref={frame} className="fl-mode">
      <div className="fl-mode-head">
        <FieldChooser label="Stack by" field={field} onChange={(next) => set({ field: next })} />
        <Button
          size="small"
          icon={SortRareIcon}
          aria-pressed={rare}
          keys={keyCaps(keysOf('stack.rare') ?? '').join(' ')}
          onPress={() => runCommand('stack.rare')}
        >
          Rare first
        </Button>
        <Button size="small" icon={CopyIcon} onPress={() => runCommand('stack.copy')}>
          Copy as TSV
        </Button>
        <p className="fl-mode-note" role="status">
          {data === undefined
            ? ''
            : `${countOf(data.distinct, 'value')} in ${countOf(data.total, 'event')}`}
          {data !== undefined && data.distinct > data.values.length
            ? `; the first ${countText(data.values.length)} are shown`
            : ''}
        </p>
      </div>
      <Grid
        label={`Values of ${field}`}
        scope="stack"
        rowCount={rows.length}
        rowHeight={ROW_PX[density]}
        rowAt={(index) => rows[index]}
        columns={columns}
        cursor={cursor}
        onCursor={(next) => setCursor(next)}
        top={top}
        onTop={setTop}
        onOpen={(index) => {
          if (isPlaceholderData) return;
          filterBy('only', rows[index]);
          toList();
        }}
        stale={isPlaceholderData}
        description={`Enter shows the events of a value. ${countOf(rows.length, 'row')}`}
        plainText={() =>
          Promise.resolve({
            title: `Values of ${field} as text`,
            text: data === undefined ? '' : `${filterText(view, times)}\n\n${stackText(data)}`,
          })
        }
        empty={
          error !== null && data === undefined ? (
            <EmptyState icon={ProblemIcon} title="The values could not be counted">
              {failureOf(error).message}
            </EmptyState>
          ) : data?.total === 0 ? (
            <EmptyState
              icon={FilterIcon}
              title="No event matches"
              actions={<Button onPress={() => runCommand('explore.reset')}>Show all events</Button>}
            />
          ) : null
        }
      />
    </div>
  );
}
