import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { RecordOfType, RecordType } from '#shared/records/record-kinds.ts';
import { RECORD_KINDS } from '#shared/records/record-kinds.ts';
import type { OpBody } from '#shared/work/op.ts';
import { useCommand } from '#renderer/commands/registry.ts';
import { useWork } from '#renderer/state/work-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { AddIcon, FilterIcon } from '#renderer/ui/icons.ts';
import type { Icon } from '#renderer/ui/icons.ts';
import { detailsPane, Panes } from '#renderer/ui/panes.tsx';
import { useUnscrolled } from '#renderer/state/unscrolled.ts';
import type { FieldSpec } from './field-spec.ts';
import { removeRecord } from './record-acts.ts';
import { RecordDialog } from './record-dialog.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import { cursorOn } from './record-place.ts';
import type { RecordPlaceStore } from './record-place.ts';
import type { RecordColumn } from './record-rows.ts';
import { shownRows } from './record-rows.ts';
import { RecordTable } from './record-table.tsx';
import { useRecordErrand } from './use-record-errand.ts';
import './records.css';

/** What a form is asked for; without a record it makes a new one. */
export interface RecordFormProps<T extends RecordType> {
  readonly record: RecordOfType<T> | undefined;
  readonly close: () => void;
  readonly onSaved: (record: RecordOfType<T>) => void;
}

interface RecordViewProps<T extends RecordType> {
  readonly type: T;
  /** Name of the list: `People`. */
  readonly label: string;
  /** In the order they have until they are sorted by a column. */
  readonly records: readonly RecordOfType<T>[];
  readonly fields: readonly FieldSpec<T>[];
  readonly columns: readonly RecordColumn<RecordOfType<T>>[];
  /** Fields that a new one begins with; the form asks for the rest. */
  readonly initial: () => Partial<RecordOfType<T>>;
  readonly store: RecordPlaceStore;
  readonly empty: { readonly icon: Icon; readonly title: string; readonly text: string };
  /** Beside the filter: further controls of this view. */
  readonly bar?: ReactNode;
  /** In the drawer, over the facts. */
  readonly head?: (record: RecordOfType<T>) => ReactNode;
  /** In the drawer, below the facts. */
  readonly details?: (record: RecordOfType<T>) => ReactNode;
  /** Commands for the row at the cursor, beside those that every list has: a component that draws nothing. */
  readonly commands?: (record: RecordOfType<T>) => ReactNode;
  /** Other acts that belong to removing. */
  readonly moreOnRemove?: (record: RecordOfType<T>) => readonly OpBody[];
  /** Other acts that belong to saving. */
  readonly more?: (record: RecordOfType<T>) => readonly OpBody[];
  readonly reasonFor?: readonly string[];
  /** A form of its own for this kind, in place of the one made from `fields`. */
  readonly dialog?: (asked: RecordFormProps<T>) => ReactNode;
  readonly rowClass?: (record: RecordOfType<T>) => string | undefined;
}

/** A typed grid for one kind of record: list, filter, details, form, undo; everything by keyboard. */
export function RecordView<T extends RecordType>(props: RecordViewProps<T>) {
  const { type, records, columns, store, fields, empty } = props;
  const work = useWork();
  const place = useUnscrolled(store);
  const list = useRef<HTMLDivElement>(null);
  const filter = useRef<HTMLInputElement>(null);
  const [asked, ask] = useState<'new' | RecordOfType<T>>();
  const writable = work.info.readOnly === undefined;
  const noun = RECORD_KINDS[type].noun;
  const { filter: words, sort, descending } = place;
  const rows = useMemo(
    () => shownRows(records, columns, { filter: words, sort, descending }),
    [records, columns, words, sort, descending],
  );
  const open = records.find(({ id }) => id === place.open);
  const focusList = (): void => list.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const current = (): RecordOfType<T> | undefined => rows[Math.min(place.cursor, rows.length - 1)];
  const remove = (record: RecordOfType<T>): void => {
    if (place.open === record.id) store.setState({ open: undefined });
    removeRecord(work, type, record.id, props.moreOnRemove?.(record));
    focusList();
  };
  const close = (): void => {
    store.setState({ open: undefined });
    focusList();
  };
  const onSaved = (record: RecordOfType<T>): void => {
    if (asked === 'new') store.setState({ open: record.id, filter: '' });
  };
  const find = (id: string): void => {
    const all = shownRows(records, columns, { filter: '', sort, descending });
    store.setState({ filter: '', ...cursorOn(all, id) });
  };
  useRecordErrand([type], find, focusList);
  useCommand('records.new', () => ask('new'), writable);
  useCommand('records.edit', () => ask(current()), writable && rows.length > 0);
  useCommand(
    'records.remove',
    () => {
      const record = current();
      if (record !== undefined) remove(record);
    },
    writable && rows.length > 0,
  );
  useCommand('records.close', close, open !== undefined);
  useCommand('records.filter', () => filter.current?.focus());

  const add = (
    <Button variant="primary" icon={AddIcon} keys="n" onPress={() => ask('new')}>
      New {noun}…
    </Button>
  );
  const table =
    records.length === 0 ? (
      <EmptyState icon={empty.icon} title={empty.title} actions={writable ? add : undefined}>
        {empty.text}
      </EmptyState>
    ) : (
      <RecordTable
        label={props.label}
        noun={noun}
        rows={rows}
        columns={columns}
        store={store}
        {...(props.rowClass === undefined ? {} : { rowClass: props.rowClass })}
        empty={
          rows.length > 0 ? undefined : (
            <NothingMatches onAll={() => store.setState({ filter: '' })} />
          )
        }
      />
    );
  const row = current();
  return (
    <div className="fl-record-view">
      {writable && row !== undefined ? props.commands?.(row) : null}
      {records.length === 0 && props.bar === undefined ? null : (
        <div className="fl-record-bar">
          {records.length === 0 ? null : (
            <div className="fl-record-filter">
              <Field
                label={`Filter ${props.label.toLowerCase()}`}
                hideLabel
                placeholder="Filter"
                value={words}
                onChange={(next) => store.setState({ filter: next, cursor: 0, top: 0 })}
                onEnter={focusList}
                inputRef={filter}
              />
            </div>
          )}
          {props.bar}
          <span className="fl-record-bar-rest" />
          {writable && records.length > 0 ? add : null}
        </div>
      )}
      <Panes
        id={`records-${props.label}`}
        layout={place.layout}
        onLayout={(layout) => store.setState({ layout })}
        panes={[
          {
            id: 'main',
            label: 'the list',
            min: '360px',
            content: (
              <div className="fl-record-list" ref={list}>
                {table}
              </div>
            ),
          },
          ...detailsPane(
            'record',
            open === undefined ? undefined : (
              <RecordDrawer
                key={open.id}
                work={work}
                record={open}
                fields={fields}
                onClose={close}
                onEdit={writable ? () => ask(open) : undefined}
                onRemove={writable ? () => remove(open) : undefined}
                head={props.head?.(open)}
              >
                {props.details?.(open)}
              </RecordDrawer>
            ),
          ),
        ]}
      />
      {asked === undefined ? null : props.dialog !== undefined ? (
        props.dialog({
          record: asked === 'new' ? undefined : asked,
          close: () => ask(undefined),
          onSaved,
        })
      ) : (
        <RecordDialog<T>
          work={work}
          title={asked === 'new' ? `New ${noun}` : `Edit ${noun}`}
          fields={fields}
          start={asked === 'new' ? { type, initial: props.initial() } : { record: asked }}
          close={() => ask(undefined)}
          onSaved={onSaved}
          {...(props.more === undefined ? {} : { more: props.more })}
          {...(props.reasonFor === undefined ? {} : { reasonFor: props.reasonFor })}
        />
      )}
    </div>
  );
}

function NothingMatches({ onAll }: { readonly onAll: () => void }) {
  return (
    <EmptyState
      icon={FilterIcon}
      title="Nothing matches"
      actions={<Button onPress={onAll}>Clear the filter</Button>}
    >
      No record in this list contains all of these words.
    </EmptyState>
  );
}
