import type { EventFilter, SortOrder } from '#shared/ipc/events.ts';
import type { EventDetail } from '#shared/model/event.ts';
import { details, type LookupParts } from './lookups.ts';
import { rowsOfPage, type PageParts } from './pages.ts';

/** Rows in time order lie anywhere, so their fields are looked up for many at once. */
const AT_ONCE = 20_000;
const HANDED_OVER = 1_000;

/** Every match with all its fields, in order, some at a time: memory does not grow with their number. */
export async function* exportRows(
  parts: PageParts & LookupParts,
  filter: EventFilter,
  order: SortOrder,
  signal?: AbortSignal,
): AsyncGenerator<readonly EventDetail[]> {
  for (let start = 0; ; start += AT_ONCE) {
    const found = await detailsOfPage(parts, filter, { order, start, count: AT_ONCE }, signal);
    if (found.length === 0) return;
    for (let from = 0; from < found.length; from += HANDED_OVER) {
      yield found.slice(from, from + HANDED_OVER);
    }
  }
}

/** One page of matches with all their fields. */
export async function detailsOfPage(
  parts: PageParts & LookupParts,
  filter: EventFilter,
  page: { readonly order: SortOrder; readonly start: number; readonly count: number },
  signal?: AbortSignal,
): Promise<readonly EventDetail[]> {
  const rows = await rowsOfPage(parts, filter, page.order, page.start, page.count, signal);
  return details(parts, rows, signal);
}
