import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { ENTITY_NAMES } from '#shared/entities/entity-kinds.ts';
import { entityQuery } from '#shared/entities/entity-query.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { cursorOn } from '#renderer/records/record-place.ts';
import type { RecordPlaceStore } from '#renderer/records/record-place.ts';
import { shownRows } from '#renderer/records/record-rows.ts';
import { useRecordErrand } from '#renderer/records/use-record-errand.ts';
import { RecordTable } from '#renderer/records/record-table.tsx';
import { putIntoTray } from '#renderer/state/citation-tray.ts';
import { goTo, showQuery } from '#renderer/state/navigation.ts';
import { notify } from '#renderer/state/notify.ts';
import { usePlaces } from '#renderer/state/places-context.tsx';
import { useSettings } from '#renderer/state/settings.ts';
import type { Work } from '#renderer/state/work.ts';
import { useUnscrolled } from '#renderer/state/unscrolled.ts';
import { detailsPane, Panes } from '#renderer/ui/panes.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { EntityDrawer } from '../drawer/entity-drawer.tsx';
import type { EntitiesPlace, EntitiesPlaceStore } from '../entities-place.ts';
import type { EntityRow } from '#renderer/entities/entity-rows.ts';
import { listSheet } from '../print/sheets.ts';
import type { Entities } from '../use-entities.ts';
import { entityColumns } from './entity-columns.tsx';
import { EntityDialogs } from './entity-dialogs.tsx';
import type { EntityDialogKind } from './entity-dialogs.tsx';
import { ListBar } from './list-bar.tsx';
import { NoEntities, NoneShown } from './empty-list.tsx';

interface EntityListProps {
  readonly work: Work;
  readonly entities: Entities;
  readonly place: EntitiesPlaceStore;
  readonly store: RecordPlaceStore;
}

const passes = (row: EntityRow, { kind, verdict, noise, listings }: EntitiesPlace): boolean => {
  if (kind !== 'all' && row.kind !== kind) return false;
  if (!noise && row.noise && row.record === undefined) return false;
  if (!listings && row.listed && row.record === undefined) return false;
  if (verdict === 'all') return true;
  if (verdict === 'judged') return row.record !== undefined;
  return (row.record?.verdict ?? 'unknown') === verdict;
};

/** Everything the case knows by name, each with what is said of it. */
export function EntityList({ work, entities, place, store }: EntityListProps) {
  const times = useSettings((settings) => settings.times);
  const shown = useStore(place);
  const { filter, sort, descending, open: openId, cursor, layout } = useUnscrolled(store);
  const [dialog, ask] = useState<EntityDialogKind>();
  const list = useRef<HTMLDivElement>(null);
  const filterInput = useRef<HTMLInputElement>(null);
  const columns = useMemo(() => entityColumns(times), [times]);
  const rows = useMemo(
    () =>
      shownRows(
        entities.rows.filter((row) => passes(row, shown)),
        columns,
        { filter, sort, descending },
      ),
    [entities.rows, shown, columns, filter, sort, descending],
  );
  const listed = useMemo(() => entities.rows.some((row) => row.listed), [entities.rows]);
  const open = openId === undefined ? undefined : entities.byId.get(openId);
  const current = rows[Math.max(0, Math.min(cursor, rows.length - 1))];
  const writable = work.info.readOnly === undefined;
  const focusList = (): void => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const close = (): void => {
    store.setState({ open: undefined });
    focusList();
  };
  const find = (id: string): void => {
    const row = entities.rows.find(({ record }) => record?.id === id);
    if (row === undefined) return;
    place.setState({
      kind: 'all',
      verdict: 'all',
      ...(row.noise && { noise: true }),
      ...(row.listed && { listings: true }),
    });
    const all = entities.rows.filter((one) => passes(one, place.getState()));
    const sorted = shownRows(all, columns, { filter: '', sort, descending });
    store.setState({ filter: '', ...cursorOn(sorted, row.id) });
  };
  useRecordErrand(entities.rows.length === 0 ? [] : ['entity'], find, focusList);
  const show = (row: EntityRow): void => store.setState({ open: row.id });
  const graph = ({ kind, value }: EntityRow): void =>
    place.setState({ tab: 'graph', centre: { kind, value } });
  const onCurrent = (act: (row: EntityRow) => void) => (): void => {
    if (current !== undefined) act(current);
  };
  useCommand('records.new', () => ask({ kind: 'add' }), writable);
  useCommand(
    'records.edit',
    onCurrent((row) => ask({ kind: 'judge', row })),
    writable,
  );
  useCommand('records.filter', () => filterInput.current?.focus());
  useCommand('records.close', close, open !== undefined);
  useCommand(
    'entities.merge',
    onCurrent((row) => ask({ kind: 'merge', row })),
    writable,
  );
  useCommand(
    'entities.events',
    onCurrent(({ written }) => showQuery(entityQuery(written))),
  );
  useCommand('entities.graph', onCurrent(graph));
  const places = usePlaces();
  const cite = (row: EntityRow): void => {
    putIntoTray(places, [{ kind: row.kind, value: row.value }]);
    notify({
      text: 'Put by for the report, under Cite.',
      action: { label: 'Open the report', run: () => goTo('report') },
    });
  };
  useCommand('entities.cite', onCurrent(cite));

  const cut = entities.cut.map((kind) => ENTITY_NAMES[kind].many).join(', ');
  return (
    <div className="fl-record-view">
      <ListBar
        shown={rows.length}
        listed={listed}
        place={place}
        store={store}
        filterInput={filterInput}
        sheet={() => listSheet(rows, times)}
        onFilterDone={focusList}
        onAdd={writable ? () => ask({ kind: 'add' }) : undefined}
      />
      {cut === '' ? null : (
        <Notice tone="info" banner>
          There are more {cut} than are listed; those with most events are here
          {listed ? ', and what only a listing of a disk names gives way first' : ''}. Explore finds
          the others.
        </Notice>
      )}
      <Panes
        id="entities"
        layout={layout}
        onLayout={(next) => store.setState({ layout: next })}
        panes={[
          {
            id: 'main',
            label: 'the list',
            min: '360px',
            content: (
              <div className="fl-record-list" ref={list}>
                {entities.rows.length === 0 ? (
                  <NoEntities
                    pending={entities.columnsPending}
                    failure={entities.failure}
                    onAdd={writable ? () => ask({ kind: 'add' }) : undefined}
                  />
                ) : (
                  <RecordTable
                    label="Entities"
                    noun="entity"
                    rows={rows}
                    columns={columns}
                    store={store}
                    empty={rows.length > 0 ? undefined : <NoneShown place={place} store={store} />}
                  />
                )}
              </div>
            ),
          },
          ...detailsPane(
            'entity',
            open === undefined ? undefined : (
              <EntityDrawer
                key={open.id}
                work={work}
                row={open}
                entities={entities}
                onClose={close}
                ask={writable ? ask : undefined}
                onCite={() => cite(open)}
                onGraph={() => graph(open)}
                onRehearse={() =>
                  place.setState({
                    tab: 'rehearsal',
                    target: { kind: open.kind, value: open.value },
                  })
                }
                onShow={show}
              />
            ),
          ),
        ]}
      />
      <EntityDialogs
        work={work}
        dialog={dialog}
        rows={entities.rows}
        close={() => ask(undefined)}
        onShow={(id) => store.setState({ open: id })}
      />
    </div>
  );
}
