import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useSettings } from '#renderer/state/settings.ts';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import type { RecordPlaceStore } from './record-place.ts';
import type { RecordColumn } from './record-rows.ts';

interface RecordTableProps<R extends { readonly id: string }> {
  readonly label: string;
  /** One of the rows, in words: `task`. */
  readonly noun: string;
  readonly rows: readonly R[];
  readonly columns: readonly RecordColumn<R>[];
  readonly store: RecordPlaceStore;
  readonly onOpen?: (row: R) => void;
  readonly rowClass?: (row: R) => string | undefined;
  readonly empty?: ReactNode;
}

const ROW_PX = { compact: 28, comfortable: 36 } as const;

/** Records as lines of a virtual grid that is sorted by its heads. With a row's details open, they follow the cursor. */
export function RecordTable<R extends { readonly id: string }>(props: RecordTableProps<R>) {
  const { rows, columns, store, onOpen } = props;
  const { cursor, top, sort, descending, open } = useStore(store);
  const density = useSettings((settings) => settings.density);
  const at = Math.max(0, Math.min(cursor, rows.length - 1));
  // The same columns as long as nothing about them changes: rows are drawn again when theirs do.
  const sorted = useMemo(
    () =>
      columns.map(({ by, text: _words, ...column }) => ({
        ...column,
        ...(by === undefined ? {} : { onSort: () => sortBy(store, column.id) }),
        ...(sort === column.id
          ? { sort: descending ? ('descending' as const) : ('ascending' as const) }
          : {}),
      })),
    [columns, store, sort, descending],
  );
  return (
    <Grid
      label={props.label}
      scope="records"
      rowCount={rows.length}
      rowHeight={ROW_PX[density]}
      rowAt={(index) => rows[index]}
      columns={sorted}
      cursor={{ row: at }}
      onCursor={({ row }) => {
        store.setState({ cursor: row });
        const next = rows[row];
        if (open !== undefined && next !== undefined) store.setState({ open: next.id });
      }}
      top={top}
      onTop={(next) => store.setState({ top: next })}
      onOpen={(index) => {
        const row = rows[index];
        if (row === undefined) return;
        store.setState({ cursor: index, open: row.id });
        onOpen?.(row);
      }}
      rowClass={(row) => props.rowClass?.(row)}
      description={countOf(rows.length, props.noun)}
      empty={props.empty}
    />
  );
}

/** Ascending, then descending, then as they are given. */
function sortBy(store: RecordPlaceStore, id: string): void {
  store.setState(({ sort, descending }) =>
    sort !== id
      ? { sort: id, descending: false }
      : descending
        ? { sort: undefined, descending: false }
        : { descending: true },
  );
}
