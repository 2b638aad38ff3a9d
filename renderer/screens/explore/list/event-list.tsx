import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { MarkedRow } from '#shared/model/event.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { notify, notifyFailure } from '#renderer/state/notify.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import type { View } from '#renderer/ui/grid/grid.tsx';
import { moveColumn, resizeColumn } from '#renderer/ui/grid/columns.ts';
import type { Cursor } from '#renderer/ui/grid/grid-column.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { gapBetween, isWideGap } from '../columns/gaps.ts';
import { eventColumns } from '../columns/event-columns.tsx';
import type { ExplorePlaceStore } from '../explore-place.ts';
import { add, selectionTest, toggle } from '../selection.ts';
import { visit } from '../view.ts';
import { listText } from './list-text.ts';
import { NoRows } from './no-rows.tsx';
import type { RowSource, Rows } from './row-source.ts';
import { useAnchor } from './use-anchor.ts';

/** Events in the plain text of the list. */
const READ_OUT = 200;

interface EventListProps {
  readonly store: ExplorePlaceStore;
  readonly source: RowSource;
  readonly rows: Rows;
}

const ROW_PX = { compact: 24, comfortable: 32 } as const;
/** Three lines of message. */
const WRAPPED_PX = { compact: 58, comfortable: 66 } as const;
/** Rows drawn as bones before the first answer. */
const BONES = 60;
/** A range picked with Shift is at most so long; beyond that “all matching” is meant. */
const LONGEST_RANGE = 20_000;

/** The matching events: any number of them, with the cursor, the selection and the marks. */
export function EventList({ store, source, rows }: EventListProps) {
  const place = useStore(store);
  const density = useSettings((settings) => settings.density);
  const times = useSettings((settings) => settings.times);
  const { data: evidence } = useRead('evidence.list', {});
  const [fits, setFits] = useState(0);
  const [top, setTop] = useAnchor(store, rows, fits);
  const [rangeStart, setRangeStart] = useState(place.cursor.row);
  const { rowAt } = rows;
  const descending = place.history.view.order === 'time-descending';

  const names = useMemo(
    () => new Map((evidence ?? []).map(({ index, name }): [number, string] => [index, name])),
    [evidence],
  );
  const columns = useMemo(
    () =>
      eventColumns(place.columns, {
        times,
        descending,
        rowAt,
        evidenceName: (index) => names.get(index) ?? String(index),
        turnOrder: () =>
          store.setState(({ history }) => ({
            history: visit(history, {
              order: history.view.order === 'time-ascending' ? 'time-descending' : 'time-ascending',
            }),
            anchor: undefined,
          })),
      }),
    [place.columns, times, descending, rowAt, names, store],
  );
  const isSelected = useMemo(() => selectionTest(place.selection), [place.selection]);

  const extend = async (to: number): Promise<void> => {
    const [first, last] = rangeStart <= to ? [rangeStart, to] : [to, rangeStart];
    if (last - first >= LONGEST_RANGE) {
      notify({
        text: `A range is at most ${countOf(LONGEST_RANGE, 'event')} long.`,
        detail: 'Narrow the query or the time range, then select all matching with Ctrl A.',
      });
      return;
    }
    try {
      const read = await source.read(first, last);
      store.setState(({ selection }) => ({
        selection: add(
          selection,
          read.map(({ key }) => key),
        ),
      }));
    } catch (error) {
      notifyFailure('The range was not selected.', error);
    }
  };
  const moveCursor = (cursor: Cursor, how: 'move' | 'extend' | 'toggle'): void => {
    const row = rowAt(cursor.row);
    store.setState({ cursor: { ...cursor, key: row?.key } });
    if (how === 'extend') void extend(cursor.row);
    else setRangeStart(cursor.row);
    if (how === 'toggle' && row !== undefined) {
      store.setState(({ selection }) => ({ selection: toggle(selection, row.key) }));
    }
  };
  const onView = useCallback(
    ({ map, first, last }: View) => {
      setFits(map.fits);
      source.want(first, last);
    },
    [source],
  );
  const rowClass = (row: MarkedRow, index: number): string | undefined =>
    isWideGap(gapBetween(rowAt(index - 1), row)) ? 'fl-row-after-gap' : undefined;

  return (
    <Grid
      label="Events"
      scope="events"
      rowCount={rows.total ?? BONES}
      rowHeight={(place.wrap ? WRAPPED_PX : ROW_PX)[density]}
      rowAt={rowAt}
      columns={columns}
      cursor={place.cursor}
      onCursor={moveCursor}
      top={top}
      onTop={setTop}
      onView={onView}
      onOpen={() => store.setState(({ drawer }) => ({ drawer: { ...drawer, open: true } }))}
      isSelected={(row) => isSelected(row.key)}
      rowClass={rowClass}
      onResize={(id, width) =>
        store.setState((now) => ({ columns: [...resizeColumn(now.columns, id, width)] }))
      }
      onMove={(id, by) =>
        store.setState((now) => ({ columns: [...moveColumn(now.columns, id, by)] }))
      }
      stale={rows.stale}
      description={rows.total === undefined ? 'Reading' : countOf(rows.total, 'match', 'matches')}
      plainText={async () => {
        const total = rows.total ?? 0;
        const start = Math.max(0, Math.min(place.cursor.row, total - 1));
        const read = await source.read(start, Math.min(total, start + READ_OUT) - 1);
        return listText({ view: place.history.view, times, rows: read, start, total });
      }}
      empty={<NoRows store={store} rows={rows} />}
    />
  );
}
