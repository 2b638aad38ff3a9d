import { useStore } from 'zustand';
import type { MarkedRow } from '#shared/model/event.ts';
import type { EventId } from '#shared/model/ids.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import { countOf } from '#renderer/ui/number-text.ts';
import { findingColumns } from './finding-columns.tsx';
import type { FindingRow } from './finding-rows.ts';
import type { FindingsPlaceStore } from './findings-place.ts';

interface FindingsTableProps {
  readonly rows: readonly FindingRow[];
  readonly events: ReadonlyMap<EventId, MarkedRow | null>;
  readonly store: FindingsPlaceStore;
  readonly shown: number;
}

const ROW_PX = { compact: 28, comfortable: 36 } as const;

export function FindingsTable({ rows, events, store, shown }: FindingsTableProps) {
  const { cursor, top, open } = useStore(store);
  const density = useSettings((settings) => settings.density);
  const times = useSettings((settings) => settings.times);
  const at = findingAt(rows, Math.min(cursor, rows.length - 1), 1);
  const toFinding = (wanted: number): void => {
    const index = findingAt(rows, wanted, wanted < cursor ? -1 : 1);
    const row = rows[index];
    store.setState({
      cursor: index,
      ...(row?.kind === 'finding' && open !== undefined && { open: row.finding.id }),
    });
  };
  const show = (index: number): void => {
    const row = rows[index];
    if (row?.kind === 'finding') store.setState({ cursor: index, open: row.finding.id });
  };
  return (
    <Grid
      label="Findings"
      scope="findings"
      rowCount={rows.length}
      rowHeight={ROW_PX[density]}
      rowAt={(index) => rows[index]}
      columns={findingColumns(events, times)}
      cursor={{ row: at }}
      startColumn={1}
      onCursor={({ row }) => toFinding(row)}
      top={top}
      onTop={(next) => store.setState({ top: next })}
      onOpen={show}
      rowClass={(row) => (row.kind === 'group' ? 'fl-finding-group-row' : undefined)}
      description={countOf(shown, 'finding')}
    />
  );
}

/** Nothing can be done to a heading: the cursor goes past it, and back from the first. */
function findingAt(rows: readonly FindingRow[], index: number, direction: -1 | 1): number {
  if (rows[index]?.kind !== 'group') return index;
  const next = index + direction;
  return rows[next] === undefined ? index - direction : next;
}
