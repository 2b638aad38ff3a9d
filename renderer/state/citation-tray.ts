import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { EventId } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import type { Places } from './places.ts';

/** As many as anybody reads through; the oldest leave first. */
const MOST = 100;
const shape = z.array(z.string());
const trays = new WeakMap<Places, StoreApi<readonly EventId[]>>();

function trayOf(places: Places): StoreApi<readonly EventId[]> {
  const known = trays.get(places);
  if (known !== undefined) return known;
  const kept = places.read('citation-tray', shape) ?? [];
  const store = createStore<readonly EventId[]>(() =>
    kept.filter((id): id is EventId => parseEventId(id) !== undefined),
  );
  store.subscribe((ids) => places.write('citation-tray', ids));
  trays.set(places, store);
  return store;
}

/** Puts events by for the report, newest first. */
export function putIntoTray(places: Places, events: readonly EventId[]): void {
  const tray = trayOf(places);
  const rest = tray.getState().filter((id) => !events.includes(id));
  tray.setState([...events, ...rest].slice(0, MOST), true);
}

export function takeFromTray(places: Places, event: EventId): void {
  const tray = trayOf(places);
  tray.setState(
    tray.getState().filter((id) => id !== event),
    true,
  );
}

/** Events that were put by and are not cited yet. */
export const useCitationTray = (places: Places): readonly EventId[] => useStore(trayOf(places));
