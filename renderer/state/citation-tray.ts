import { useMemo } from 'react';
import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { entityKey } from '#shared/entities/entity-key.ts';
import type { EntityRef } from '#shared/entities/entity-kinds.ts';
import type { EventId } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import { ENTITY_KINDS } from '#shared/records/kinds/entity.ts';
import type { Places } from './places.ts';

/** Something that was put by for the report. */
export type PutBy = EventId | EntityRef;

/** As many as anybody reads through; the oldest leave first. */
const MOST = 100;
const shape = z.array(
  z.union([z.string(), z.object({ kind: z.enum(ENTITY_KINDS), value: z.string() })]),
);
const trays = new WeakMap<Places, StoreApi<readonly PutBy[]>>();

const isEvent = (one: PutBy | string): one is EventId => typeof one === 'string';
const keyOf = (one: PutBy): string => (isEvent(one) ? one : entityKey(one));

function trayOf(places: Places): StoreApi<readonly PutBy[]> {
  const known = trays.get(places);
  if (known !== undefined) return known;
  const kept = places.read('citation-tray', shape) ?? [];
  const store = createStore<readonly PutBy[]>(() =>
    kept.filter((one): one is PutBy => !isEvent(one) || parseEventId(one) !== undefined),
  );
  store.subscribe((all) => places.write('citation-tray', all));
  trays.set(places, store);
  return store;
}

/** Puts events and entities by for the report, newest first. */
export function putIntoTray(places: Places, added: readonly PutBy[]): void {
  const tray = trayOf(places);
  const keys = new Set(added.map(keyOf));
  const rest = tray.getState().filter((one) => !keys.has(keyOf(one)));
  tray.setState([...added, ...rest].slice(0, MOST), true);
}

export function takeFromTray(places: Places, taken: PutBy): void {
  const tray = trayOf(places);
  tray.setState(
    tray.getState().filter((one) => keyOf(one) !== keyOf(taken)),
    true,
  );
}

/** Events that were put by and are not cited yet. */
export function useCitationTray(places: Places): readonly EventId[] {
  const all = useStore(trayOf(places));
  return useMemo(() => all.filter(isEvent), [all]);
}

/** Entities that were put by and are not named yet. */
export function useEntitiesPutBy(places: Places): readonly EntityRef[] {
  const all = useStore(trayOf(places));
  return useMemo(() => all.filter((one): one is EntityRef => !isEvent(one)), [all]);
}
