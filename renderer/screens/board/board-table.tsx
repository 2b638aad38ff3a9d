import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { BoardItem } from '#shared/model/board.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { boardColumns } from './board-columns.tsx';
import type { BoardPlaceStore } from './board-place.ts';
import type { BoardRow } from './board-rows.ts';

interface BoardTableProps {
  readonly rows: readonly BoardRow[];
  readonly items: readonly BoardItem[];
  readonly store: BoardPlaceStore;
}

const ROW_PX = { compact: 28, comfortable: 36 } as const;

/** Nothing can be done to a gap: the cursor goes past it, the way it was going. A gap is never first or last. */
const itemAt = (rows: readonly BoardRow[], index: number, direction: -1 | 1): number =>
  rows[index]?.kind === 'gap' ? index + direction : index;

/** The board for reading, by everyone: every item in order, gaps between them, keys to move, edit and link. */
export function BoardTable({ rows, items, store }: BoardTableProps) {
  const { cursor, top } = useStore(store);
  const density = useSettings((settings) => settings.density);
  const times = useSettings((settings) => settings.times);
  const columns = useMemo(() => boardColumns(times), [times]);
  const toItem = (wanted: number): void => {
    const index = itemAt(rows, wanted, wanted < store.getState().cursor ? -1 : 1);
    const row = rows[index];
    store.setState({
      cursor: index,
      ...(row?.kind === 'item' && store.getState().open !== undefined && { open: row.item.id }),
    });
  };
  const show = (index: number): void => {
    const row = rows[index];
    if (row?.kind === 'item') store.setState({ cursor: index, open: row.item.id });
  };
  return (
    <Grid
      label="Board"
      scope="board"
      rowCount={rows.length}
      rowHeight={ROW_PX[density]}
      rowAt={(index) => rows[index]}
      columns={columns}
      cursor={{ row: Math.min(cursor, rows.length - 1) }}
      startColumn={2}
      onCursor={({ row }) => toItem(row)}
      top={top}
      onTop={(next) => store.setState({ top: next })}
      onOpen={show}
      rowClass={(row) => (row.kind === 'gap' ? 'fl-board-gap-row' : undefined)}
      description={countOf(items.length, 'item')}
    />
  );
}
