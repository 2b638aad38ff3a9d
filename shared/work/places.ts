import type { Locators } from './event-set-codec.ts';

/** Which of the places met in a walk over two lists stay. */
interface Keep {
  readonly onlyA: boolean;
  readonly onlyB: boolean;
  readonly both: boolean;
}

export const NO_PLACES: Locators = { offsets: new Float64Array(0), ordinals: new Uint32Array(0) };

export const union = (a: Locators, b: Locators): Locators =>
  walk(a, b, { onlyA: true, onlyB: true, both: true });

export const difference = (a: Locators, b: Locators): Locators =>
  walk(a, b, { onlyA: true, onlyB: false, both: false });

export const intersection = (a: Locators, b: Locators): Locators =>
  walk(a, b, { onlyA: false, onlyB: false, both: true });

/** Whether the place is in the list; binary search. */
export function hasPlace(list: Locators, offset: number, ordinal: number): boolean {
  let low = 0;
  let high = list.offsets.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = (list.offsets[middle] ?? 0) - offset || (list.ordinals[middle] ?? 0) - ordinal;
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function walk(a: Locators, b: Locators, keep: Keep): Locators {
  const most =
    (keep.onlyA || keep.both ? a.offsets.length : 0) + (keep.onlyB ? b.offsets.length : 0);
  if (most === 0) return NO_PLACES;
  const offsets = new Float64Array(most);
  const ordinals = new Uint32Array(most);
  let out = 0;
  const put = (from: Locators, index: number): void => {
    offsets[out] = from.offsets[index] ?? 0;
    ordinals[out] = from.ordinals[index] ?? 0;
    out += 1;
  };
  let i = 0;
  let j = 0;
  while (i < a.offsets.length || j < b.offsets.length) {
    const order = compare(a, i, b, j);
    if (order < 0) {
      if (keep.onlyA) put(a, i);
      i += 1;
    } else if (order > 0) {
      if (keep.onlyB) put(b, j);
      j += 1;
    } else {
      if (keep.both) put(a, i);
      i += 1;
      j += 1;
    }
  }
  return { offsets: offsets.subarray(0, out), ordinals: ordinals.subarray(0, out) };
}

/** A list that has ended comes after everything. */
function compare(a: Locators, i: number, b: Locators, j: number): number {
  if (i >= a.offsets.length) return 1;
  if (j >= b.offsets.length) return -1;
  return (a.offsets[i] ?? 0) - (b.offsets[j] ?? 0) || (a.ordinals[i] ?? 0) - (b.ordinals[j] ?? 0);
}
