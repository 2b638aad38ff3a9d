import { useMemo } from 'react';
import { useStore } from 'zustand';
import { entityKey } from '#shared/entities/entity-key.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import type { EntitySheet } from '#shared/ipc/entities.ts';
import type { RecordPlaceStore } from '#renderer/records/record-place.ts';
import { Segments, Switch } from '#renderer/ui/choice.tsx';
import { ComboField } from '#renderer/ui/combo-field.tsx';
import { Field } from '#renderer/ui/field.tsx';
import type { EntitiesPlaceStore } from '../entities-place.ts';
import { optionsOf } from '../entity-options.ts';
import { PrintButton } from '../print/print-button.tsx';
import { RangeFields } from '../range-fields.tsx';
import type { Entities } from '../use-entities.ts';

interface GraphBarProps {
  readonly entities: Entities;
  readonly place: EntitiesPlaceStore;
  readonly store: RecordPlaceStore;
  readonly centre: EntityRef;
  /** What is shown, as it is printed. */
  readonly sheet: () => EntitySheet;
}

const DRAWN: ReadonlySet<string> = new Set(['host', 'account', 'ip', 'domain', 'file', 'service']);

/** What the graph is about, how far it goes, and in which time. */
export function GraphBar({ entities, place, store, centre, sheet }: GraphBarProps) {
  const { hops, neighbours, from, to, noise } = useStore(place);
  const filter = useStore(store, (one) => one.filter);
  const key = entityKey(centre);
  const options = useMemo(() => {
    const rows = entities.rows.filter(({ kind, noise: own }) => DRAWN.has(kind) && !own);
    const chosen = entities.byId.get(key);
    return optionsOf(chosen === undefined ? rows : [chosen, ...rows]);
  }, [entities, key]);
  return (
    <div className="fl-record-bar">
      <div className="fl-entity-pick">
        <ComboField
          key={key}
          label="Centre"
          hideLabel
          options={options}
          value={key}
          onChange={(id) => {
            const row = id === undefined ? undefined : entities.byId.get(id);
            if (row !== undefined) place.setState({ centre: { kind: row.kind, value: row.value } });
          }}
          placeholder="Host, account or address"
        />
      </div>
      <Segments
        label="Steps"
        hideLabel
        value={hops === 1 ? 'one' : 'two'}
        choices={[
          { id: 'one', label: 'One step' },
          { id: 'two', label: 'Two steps' },
        ]}
        onChange={(next) => place.setState({ hops: next === 'one' ? 1 : 2 })}
      />
      <Segments
        label="Neighbours"
        hideLabel
        value={NAMES[neighbours]}
        choices={[
          { id: 'few', label: '40' },
          { id: 'more', label: '120' },
          { id: 'most', label: '300' },
        ]}
        onChange={(next) => place.setState({ neighbours: COUNTS[next] })}
      />
      <RangeFields from={from} to={to} onChange={(range) => place.setState(range)} />
      <Switch checked={noise} onChange={(next) => place.setState({ noise: next })}>
        System’s own
      </Switch>
      <div className="fl-entity-filter">
        <Field
          label="Filter edges"
          hideLabel
          placeholder="Filter edges"
          value={filter}
          onChange={(next) => store.setState({ filter: next, cursor: 0, top: 0 })}
        />
      </div>
      <PrintButton sheet={sheet} name="graph" />
    </div>
  );
}

const NAMES = { 40: 'few', 120: 'more', 300: 'most' } as const;
const COUNTS = { few: 40, more: 120, most: 300 } as const;
