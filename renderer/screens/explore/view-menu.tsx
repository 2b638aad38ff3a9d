import { useState } from 'react';
import { useStore } from 'zustand';
import { runCommand, useCommand } from '#renderer/commands/registry.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWorkIfOpen } from '#renderer/state/work-context.tsx';
import { IconButton } from '#renderer/ui/button.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import {
  ColumnsIcon,
  ExportIcon,
  LookedForIcon,
  MoreIcon,
  SavedViewIcon,
} from '#renderer/ui/icons.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { ColumnsDialog } from './columns/columns-dialog.tsx';
import type { ExplorePlaceStore } from './explore-place.ts';

/** What can be done with the view as a whole. */
export function ViewMenu({ store }: { readonly store: ExplorePlaceStore }) {
  const work = useWorkIfOpen();
  const [asking, setAsking] = useState<'columns' | 'save'>();
  const order = useStore(store, (place) => place.history.view.order);
  useCommand('explore.columns', () => setAsking('columns'));
  useCommand('explore.save-view', () => setAsking('save'), work !== undefined);
  const close = (): void => setAsking(undefined);
  return (
    <>
      <Menu
        label="View"
        placement="bottom end"
        trigger={<IconButton icon={MoreIcon} label="View" />}
        groups={[
          {
            id: 'view',
            entries: [
              {
                id: 'save',
                label: 'Save this view…',
                icon: SavedViewIcon,
                disabled: work === undefined,
                run: () => setAsking('save'),
              },
              {
                id: 'looked-for',
                label: 'Record as looked for…',
                icon: LookedForIcon,
                disabled: work === undefined,
                run: () => runCommand('explore.looked-for'),
              },
              {
                id: 'columns',
                label: 'Choose columns…',
                icon: ColumnsIcon,
                run: () => setAsking('columns'),
              },
            ],
          },
          {
            id: 'order',
            title: 'Order',
            entries: [
              {
                id: 'ascending',
                label: 'Oldest first',
                checked: order === 'time-ascending',
                run: () => runCommand('explore.order'),
                disabled: order === 'time-ascending',
              },
              {
                id: 'descending',
                label: 'Newest first',
                checked: order === 'time-descending',
                run: () => runCommand('explore.order'),
                disabled: order === 'time-descending',
              },
            ],
          },
          {
            id: 'export',
            title: 'Export all matching',
            entries: [
              {
                id: 'csv',
                label: 'CSV, columns as shown…',
                icon: ExportIcon,
                run: () => runCommand('explore.export-csv'),
              },
              {
                id: 'jsonl',
                label: 'JSON lines, every field…',
                icon: ExportIcon,
                run: () => runCommand('explore.export-jsonl'),
              },
            ],
          },
        ]}
      />
      {asking === 'columns' ? <ColumnsDialog store={store} close={close} /> : null}
      {asking === 'save' && work !== undefined ? (
        <SaveView
          close={close}
          save={(name) => {
            const { history, columns } = store.getState();
            void tellDone(
              work,
              work.act({
                kind: 'view.save',
                name,
                query: history.view.query,
                columns: columns.map(({ id }) => id),
              }),
            );
          }}
        />
      ) : null}
    </>
  );
}

interface SaveViewProps {
  readonly close: () => void;
  readonly save: (name: string) => void;
}

function SaveView({ close, save }: SaveViewProps) {
  const [name, setName] = useState('');
  const ready = name.trim() !== '';
  const done = (): void => {
    if (!ready) return;
    save(name.trim());
    close();
  };
  return (
    <FormDialog
      title="Save this view"
      size="small"
      act="Save view"
      onAct={done}
      disabled={!ready}
      close={close}
    >
      <Field
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        maxLength={200}
        help="Keeps the query and the columns. A view of the same name is replaced."
        onEnter={done}
      />
    </FormDialog>
  );
}
