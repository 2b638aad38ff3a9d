import type { RefObject } from 'react';
import { useStore } from 'zustand';
import type { EntitySheet } from '#shared/ipc/entities.ts';
import type { RecordPlaceStore } from '#renderer/records/record-place.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select, Switch } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { AddIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import type { EntitiesPlaceStore } from '../entities-place.ts';
import { PrintButton } from '../print/print-button.tsx';
import { KIND_CHOICES, VERDICT_CHOICES } from '#renderer/entities/words.ts';

interface ListBarProps {
  readonly shown: number;
  /** There is something that only listings of disks name. */
  readonly listed: boolean;
  readonly place: EntitiesPlaceStore;
  readonly store: RecordPlaceStore;
  readonly filterInput: RefObject<HTMLInputElement | null>;
  readonly onFilterDone: () => void;
  /** Absent where nothing can be added. */
  readonly onAdd?: (() => void) | undefined;
  /** What is listed, as it is printed. */
  readonly sheet: () => EntitySheet;
}

const TOP = { cursor: 0, top: 0 };

/** What the list of entities shows. */
export function ListBar(props: ListBarProps) {
  const { place, store, filterInput, onFilterDone, onAdd } = props;
  const { kind, verdict, noise, listings } = useStore(place);
  const filter = useStore(store, (one) => one.filter);
  return (
    <div className="fl-record-bar">
      <div className="fl-record-filter">
        <Field
          label="Filter entities"
          hideLabel
          placeholder="Filter"
          value={filter}
          onChange={(next) => store.setState({ filter: next, ...TOP })}
          onEnter={onFilterDone}
          inputRef={filterInput}
        />
      </div>
      <Select
        label="Kind"
        hideLabel
        value={kind}
        choices={[{ id: 'all', label: 'Any kind' }, ...KIND_CHOICES]}
        onChange={(next) => {
          store.setState(TOP);
          place.setState({ kind: next });
        }}
      />
      <Select
        label="Verdict"
        hideLabel
        value={verdict}
        choices={[
          { id: 'all', label: 'Any verdict' },
          { id: 'judged', label: 'Judged' },
          ...VERDICT_CHOICES,
        ]}
        onChange={(next) => {
          store.setState(TOP);
          place.setState({ verdict: next });
        }}
      />
      <Switch checked={noise} onChange={(next) => place.setState({ noise: next })}>
        System’s own
      </Switch>
      {props.listed ? (
        <Switch
          checked={listings}
          onChange={(next) => {
            store.setState(TOP);
            place.setState({ listings: next });
          }}
        >
          Disk listings
        </Switch>
      ) : null}
      <span className="fl-entity-count" role="status">
        {countOf(props.shown, 'entity', 'entities')}
      </span>
      <span className="fl-record-bar-rest" />
      <PrintButton sheet={props.sheet} name="entities" />
      {onAdd === undefined ? null : (
        <Button variant="primary" icon={AddIcon} keys="n" onPress={onAdd}>
          New entity…
        </Button>
      )}
    </div>
  );
}
