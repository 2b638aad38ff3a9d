import type { EventFilter, SortOrder } from '#shared/ipc/events.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { EventKey } from '#shared/model/ids.ts';
import type { Extents } from './extents.ts';
import type { Matches } from './matches.ts';
import type { StoredRows } from './stored-rows.ts';
import type { TimeOrder } from './time-order.ts';

export interface PageParts {
  readonly matches: Matches;
  readonly order: TimeOrder;
  readonly extents: Extents;
  readonly rows: StoredRows;
}

/** Rows of matches `start` … `start + count - 1` in an order. */
export async function rowsOfPage(
  { matches, order }: PageParts,
  filter: EventFilter,
  sort: SortOrder,
  start: number,
  count: number,
  signal?: AbortSignal,
): Promise<number[]> {
  const { positions } = await matches.of(filter, signal);
  const wanted = Math.min(count, positions.total - start);
  if (wanted <= 0) return [];
  const rising = sort === 'time-ascending';
  const from = rising ? start : positions.total - start - wanted;
  const rows = positions.slice(from, wanted).map((position) => order.rowAt(position));
  return rising ? rows : rows.reverse();
}

export async function page(
  parts: PageParts,
  filter: EventFilter,
  sort: SortOrder,
  start: number,
  count: number,
  signal?: AbortSignal,
): Promise<readonly MarkedRow[]> {
  const rows = await rowsOfPage(parts, filter, sort, start, count, signal);
  const read = await parts.rows.read(rows, signal);
  return read.map(({ event }) => event);
}

/** Place of an event among the matches, from 0; null when it is not one of them. */
export async function position(
  { matches, order, extents }: PageParts,
  filter: EventFilter,
  sort: SortOrder,
  key: EventKey,
  signal?: AbortSignal,
): Promise<number | null> {
  const { positions } = await matches.of(filter, signal);
  const row = extents.rowOf(key);
  const place = row === undefined ? -1 : order.positionOf(row);
  if (place < 0 || !positions.has(place)) return null;
  const before = positions.rank(place);
  return sort === 'time-ascending' ? before : positions.total - before - 1;
}
