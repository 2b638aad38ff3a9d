import { z } from 'zod';
import type { EventKey } from '#shared/model/ids.ts';

/**
 * What is selected: some events by key, or all that match but some. The second costs nothing, whatever the count,
 * and holds only for the filter it was made in.
 */
export type Selection =
  | { readonly kind: 'some'; readonly keys: readonly EventKey[] }
  | { readonly kind: 'all'; readonly except: readonly EventKey[] };

const key = z.number().transform((value) => value as EventKey);
export const selectionShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('some'), keys: z.array(key) }),
  z.object({ kind: z.literal('all'), except: z.array(key) }),
]);

export const NONE: Selection = { kind: 'some', keys: [] };
export const ALL: Selection = { kind: 'all', except: [] };

const toggled = (keys: readonly EventKey[], key: EventKey): readonly EventKey[] =>
  keys.includes(key) ? keys.filter((known) => known !== key) : [...keys, key];

export const toggle = (selection: Selection, key: EventKey): Selection =>
  selection.kind === 'some'
    ? { kind: 'some', keys: toggled(selection.keys, key) }
    : { kind: 'all', except: toggled(selection.except, key) };

/** Adds events, as a range extended by Shift does. */
export function add(selection: Selection, keys: readonly EventKey[]): Selection {
  if (selection.kind === 'some') {
    return { kind: 'some', keys: [...new Set([...selection.keys, ...keys])] };
  }
  const back = new Set(keys);
  return { kind: 'all', except: selection.except.filter((key) => !back.has(key)) };
}

/** How many are selected when `matching` events match. */
export const selectedCount = (selection: Selection, matching: number): number =>
  selection.kind === 'some'
    ? selection.keys.length
    : Math.max(0, matching - selection.except.length);

/** A test for many rows at once. */
export function selectionTest(selection: Selection): (key: EventKey) => boolean {
  const listed = new Set(selection.kind === 'some' ? selection.keys : selection.except);
  return selection.kind === 'some' ? (key) => listed.has(key) : (key) => !listed.has(key);
}
