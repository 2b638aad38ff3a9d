import { useMemo } from 'react';
import { useStore } from 'zustand';
import { copyText } from '#renderer/bridge/clipboard.ts';
import { runCommand, useCommand } from '#renderer/commands/registry.ts';
import { showQuery } from '#renderer/state/navigation.ts';
import { notify } from '#renderer/state/notify.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Grid } from '#renderer/ui/grid/grid.tsx';
import { IntactIcon } from '#renderer/ui/icons.ts';
import { visibleLine } from '#renderer/ui/visible-text.ts';
import { evidenceColumns } from './evidence-columns.tsx';
import { evidenceQuery } from './evidence-query.ts';
import type { EvidencePlaceStore } from './evidence-place.ts';
import type { EvidenceRow } from './evidence-rows.ts';

interface EvidenceListProps {
  readonly rows: readonly EvidenceRow[];
  readonly store: EvidencePlaceStore;
}

/** Taller than a row of events: a bar and its figures must be readable in it. */
const ROW_PX = { compact: 32, comfortable: 40 } as const;

export function EvidenceList({ rows, store }: EvidenceListProps) {
  const { cursor, top, open } = useStore(store);
  const density = useSettings((settings) => settings.density);

  const toggle = (row: EvidenceRow | undefined): void => {
    if (row?.kind !== 'file' || row.members === undefined) return;
    const { sha256 } = row.item;
    store.setState(({ collapsed }) => ({
      collapsed: collapsed.includes(sha256)
        ? collapsed.filter((known) => known !== sha256)
        : [...collapsed, sha256],
    }));
  };
  const show = (index: number): void => {
    const row = rows[index];
    if (row?.kind === 'file') store.setState({ open: row.item.index, cursor: index });
  };
  const current = rows[cursor];
  const events = current?.kind === 'file' ? (current.item.coverage?.events ?? 0) : 0;
  useCommand('evidence.toggle', () => toggle(current));
  useCommand('evidence.close', () => store.setState({ open: undefined }), open !== undefined);
  useCommand('evidence.add', () => runCommand('evidence.add-files'));
  useCommand(
    'evidence.copy',
    () => {
      if (current?.kind !== 'file') return;
      const { name, sha256 } = current.item;
      void copyText(sha256).then(() =>
        notify({ text: `Copied the SHA-256 of ${visibleLine(name)}` }),
      );
    },
    current?.kind === 'file',
  );
  useCommand(
    'evidence.explore',
    () => {
      if (current?.kind === 'file') showQuery(evidenceQuery(current.item));
    },
    events > 0,
  );

  // The columns are the same for as long as the list is shown.
  // oxlint-disable-next-line react/exhaustive-deps
  const columns = useMemo(() => evidenceColumns(toggle), []);
  return (
    <Grid
      label="Evidence"
      role="treegrid"
      scope="evidence"
      rowCount={rows.length}
      rowHeight={ROW_PX[density]}
      rowAt={(index) => rows[index]}
      columns={columns}
      cursor={{ row: Math.min(cursor, rows.length - 1) }}
      startColumn={1}
      onCursor={({ row }) => {
        store.setState({ cursor: row });
        if (open !== undefined) show(row);
      }}
      top={top}
      onTop={(next) => store.setState({ top: next })}
      onOpen={show}
      rowLevel={(row) =>
        row.kind === 'coming'
          ? { level: 1 }
          : {
              level: row.level,
              ...(row.members === undefined ? {} : { expanded: row.expanded }),
            }
      }
      empty={
        rows.length > 0 ? undefined : (
          <EmptyState
            icon={IntactIcon}
            title="Nothing needs a look"
            actions={<Button onPress={() => store.setState({ filter: 'all' })}>Show all</Button>}
          >
            Every file was read to its end without an issue.
          </EmptyState>
        )
      }
    />
  );
}
