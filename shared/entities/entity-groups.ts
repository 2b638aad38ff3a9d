import type { RecordId } from '../model/ids.ts';
import type { Entity, EntityKind } from '../records/kinds/entity.ts';
import { recordsOf } from '../work/records.ts';
import type { Recorded } from '../work/records.ts';
import type { WorkState } from '../work/work-state.ts';
import { entityKey } from './entity-key.ts';
import type { EntityRef } from './entity-kinds.ts';

/** What analysts said of entities, found by any name that an entity goes by. */
export interface EntityGroups {
  /** The record that speaks for this value: its own, or that of the entity into which it was merged. */
  readonly recordOf: (entity: EntityRef) => Entity | undefined;
  /** The name under which it is listed. */
  readonly canonical: (entity: EntityRef) => EntityRef;
  /** Every name of it, the canonical one first. */
  readonly names: (entity: EntityRef) => readonly EntityRef[];
  /** Records that are listed, without those that were merged into another. */
  readonly records: readonly Entity[];
}

const known = new WeakMap<ReadonlyMap<RecordId, Entity>, EntityGroups>();

const refs = new WeakMap<Entity, EntityRef>();

/** The same object for the same record, as its key is then known. */
function refOf(record: Entity): EntityRef {
  const ref = refs.get(record) ?? { kind: record.kind, value: record.value };
  refs.set(record, ref);
  return ref;
}

export function entityGroups(state: Recorded): EntityGroups {
  const records = recordsOf(state, 'entity');
  const found = known.get(records) ?? group(inOrder(records));
  known.set(records, found);
  return found;
}

let lastOrder: readonly RecordId[] = [];

/** By their ids, the same on every laptop. Most changes add no record, and thousands need not be sorted anew. */
function inOrder(records: ReadonlyMap<RecordId, Entity>): readonly Entity[] {
  const stands = lastOrder.length === records.size && lastOrder.every((id) => records.has(id));
  if (!stands) lastOrder = [...records.keys()].sort();
  const ordered: Entity[] = [];
  for (const id of lastOrder) {
    const record = records.get(id);
    if (record !== undefined) ordered.push(record);
  }
  return ordered;
}

/**
 * A record that lists another's value as an alias speaks for it. Where two analysts merged each into the other, or a
 * value into two entities, the one with the lower id speaks: the same on every laptop.
 */
function group(ordered: readonly Entity[]): EntityGroups {
  const byKey = new Map<string, Entity>();
  for (const record of ordered) byKey.set(entityKey(record), record);
  const ownerOf = new Map<string, Entity>();
  for (const record of ordered) {
    for (const value of record.aliases) {
      const key = entityKey({ kind: record.kind, value });
      if (key !== entityKey(record) && !ownerOf.has(key)) ownerOf.set(key, record);
    }
  }
  /** Follows merges to their end; a ring ends at its lowest id. */
  const speaker = (key: string): Entity | undefined => {
    // Most were never merged.
    if (!ownerOf.has(key)) return byKey.get(key);
    const met = new Map<string, Entity>();
    for (let at = key; ;) {
      const owner = ownerOf.get(at);
      if (owner === undefined) return met.get(at) ?? byKey.get(at);
      const next = entityKey(owner);
      if (met.has(next)) {
        // What leads into the ring is no part of it: all that come to it end at the same one.
        const ring = [...met.values()].slice([...met.keys()].indexOf(next));
        return ring.reduce((low, one) => (one.id < low.id ? one : low));
      }
      met.set(next, owner);
      at = next;
    }
  };
  const names = new Map<RecordId, EntityRef[]>();
  const listed = new Map<RecordId, Entity>();
  const add = (value: string, kind: EntityKind): void => {
    const record = speaker(entityKey({ kind, value }));
    if (record === undefined) return;
    listed.set(record.id, record);
    const own = names.get(record.id) ?? [refOf(record)];
    names.set(record.id, own);
    const key = entityKey({ kind, value });
    if (!own.some((one) => entityKey(one) === key)) own.push({ kind, value });
  };
  for (const record of ordered) {
    const { kind, value, aliases } = record;
    const key = entityKey(record);
    // Most have one name and are nobody else's.
    if (aliases.length === 0 && !ownerOf.has(key) && byKey.get(key) === record) {
      listed.set(record.id, record);
      continue;
    }
    add(value, kind);
    for (const alias of aliases) add(alias, kind);
  }
  const recordOf = (entity: EntityRef): Entity | undefined => speaker(entityKey(entity));
  return {
    recordOf,
    canonical: (entity) => {
      const record = recordOf(entity);
      return record === undefined ? entity : refOf(record);
    },
    names: (entity) => {
      const record = recordOf(entity);
      return record === undefined ? [entity] : (names.get(record.id) ?? [refOf(record)]);
    },
    records: [...listed.values()],
  };
}

/** What people call it: the label that an analyst gave, or the value as the evidence writes it. */
export function entityLabel(state: WorkState, kind: EntityKind, value: string): string {
  const record = entityGroups(state).recordOf({ kind, value });
  return record?.label ?? record?.value ?? value;
}
