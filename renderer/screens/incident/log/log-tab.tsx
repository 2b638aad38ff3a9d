import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { LogEntry } from '#shared/response/log-entries.ts';
import { logEntries } from '#shared/response/log-entries.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { RecordDrawer } from '#renderer/records/record-drawer.tsx';
import { cursorOn, useRecordPlace } from '#renderer/records/record-place.ts';
import { shownRows } from '#renderer/records/record-rows.ts';
import { RecordTable } from '#renderer/records/record-table.tsx';
import { useRecordErrand } from '#renderer/records/use-record-errand.ts';
import { removeRecord } from '#renderer/records/record-acts.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { DecisionIcon, FilterIcon } from '#renderer/ui/icons.ts';
import { detailsPane, Panes } from '#renderer/ui/panes.tsx';
import type { IncidentPlaceStore } from '../incident-place.ts';
import { LogBar } from './log-bar.tsx';
import { logColumns } from './log-columns.tsx';
import { LogDialog } from './log-dialog.tsx';
import { COMMUNICATION_FIELDS, DECISION_FIELDS } from './log-fields.ts';

type Asked = 'decision' | 'communication' | undefined;

interface LogTabProps {
  readonly work: Work;
  readonly store: IncidentPlaceStore;
  /** What is being written down. */
  readonly asked: Asked;
  readonly onAsk: (asked: Asked) => void;
}

/** What was decided, told and heard, in one list by time. */
export function LogTab({ work, store, asked, onAsk }: LogTabProps) {
  const kind = useStore(store, ({ log }) => log);
  const placeStore = useRecordPlace('incident-log');
  const place = useStore(placeStore);
  const state = useWorkView((view) => view.state);
  const times = useSettings((settings) => settings.times);
  const list = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const [edited, edit] = useState<LogEntry>();
  const writable = work.info.readOnly === undefined;
  const all = useMemo(() => logEntries(state), [state]);
  const columns = useMemo(() => logColumns(state, times), [state, times]);
  const ofKind = all.filter(({ type }) => kind === 'all' || type === kind);
  const rows = shownRows(ofKind, columns, place);
  const open = all.find(({ id }) => id === place.open);
  const focusList = (): void => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const close = (): void => {
    placeStore.setState({ open: undefined });
    focusList();
  };
  const find = (id: string): void => {
    store.setState({ log: 'all' });
    placeStore.setState({
      filter: '',
      ...cursorOn(shownRows(all, columns, { ...place, filter: '' }), id),
    });
  };
  useRecordErrand(['decision', 'communication'], find, focusList);
  const current = (): LogEntry | undefined => rows[Math.min(place.cursor, rows.length - 1)];
  const remove = (entry: LogEntry | undefined): void => {
    if (entry === undefined) return;
    if (place.open === entry.id) placeStore.setState({ open: undefined });
    removeRecord(work, entry.type, entry.id);
    focusList();
  };
  useCommand('log.decision', () => onAsk('decision'), writable);
  useCommand('log.communication', () => onAsk('communication'), writable);
  useCommand('records.edit', () => edit(current()), writable && rows.length > 0);
  useCommand('records.remove', () => remove(current()), writable && rows.length > 0);
  useCommand('records.close', close, open !== undefined);
  useCommand('records.filter', () => filter.current?.focus());
  const closeForm = (): void => {
    edit(undefined);
    onAsk(undefined);
  };
  const form = asked ?? edited;
  return (
    <div className="fl-record-view">
      <LogBar
        work={work}
        store={store}
        place={placeStore}
        rows={rows}
        filter={filter}
        empty={all.length === 0}
        onEnter={focusList}
        onAsk={writable ? onAsk : undefined}
      />
      <Panes
        id="records-log"
        layout={place.layout}
        onLayout={(layout) => placeStore.setState({ layout })}
        panes={[
          {
            id: 'main',
            label: 'the log',
            min: '360px',
            content: (
              <div className="fl-record-list" ref={list}>
                {all.length === 0 ? (
                  <EmptyLog />
                ) : (
                  <RecordTable
                    label="Log"
                    noun="entry"
                    rows={rows}
                    columns={columns}
                    store={placeStore}
                    empty={
                      rows.length > 0 ? undefined : (
                        <NothingMatches
                          onAll={() => {
                            store.setState({ log: 'all' });
                            placeStore.setState({ filter: '' });
                          }}
                        />
                      )
                    }
                  />
                )}
              </div>
            ),
          },
          ...detailsPane(
            'entry',
            open === undefined ? undefined : (
              <EntryDrawer
                key={open.id}
                work={work}
                entry={open}
                onClose={close}
                onEdit={writable ? () => edit(open) : undefined}
                onRemove={writable ? () => remove(open) : undefined}
              />
            ),
          ),
        ]}
      />
      {form === undefined ? null : (
        <LogDialog
          work={work}
          of={form}
          close={closeForm}
          onSaved={({ id }) => placeStore.setState({ open: id })}
        />
      )}
    </div>
  );
}

interface EntryDrawerProps {
  readonly work: Work;
  readonly entry: LogEntry;
  readonly onClose: () => void;
  readonly onEdit: (() => void) | undefined;
  readonly onRemove: (() => void) | undefined;
}

const EntryDrawer = ({ entry, ...props }: EntryDrawerProps) =>
  entry.type === 'decision' ? (
    <RecordDrawer<'decision'> {...props} record={entry} fields={DECISION_FIELDS} />
  ) : (
    <RecordDrawer<'communication'> {...props} record={entry} fields={COMMUNICATION_FIELDS} />
  );

const EmptyLog = () => (
  <EmptyState icon={DecisionIcon} title="Nothing is written down yet">
    Who decided what, and why; who was told, by whom, when. Written down while it happens it takes a
    minute; weeks later nobody knows. In this list, d writes down a decision, c a communication.
  </EmptyState>
);

const NothingMatches = ({ onAll }: { readonly onAll: () => void }) => (
  <EmptyState
    icon={FilterIcon}
    title="Nothing matches"
    actions={<Button onPress={onAll}>Show all entries</Button>}
  >
    No entry of this kind contains all of these words.
  </EmptyState>
);
