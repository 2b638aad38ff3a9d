import type { EventFilter, SortOrder } from '#shared/ipc/events.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { Database } from './database.ts';
import { DETAIL, eventDetails, listedFrom } from './event-rows.ts';
import type { Aliases } from './field-columns.ts';
import { compileFilter } from './filter.ts';
import type { Pages } from './pages.ts';

const AT_ONCE = 1_000;

/** Every match with all its fields, in order, some at a time: nothing grows with their number. */
export async function* exportRows(
  database: Database,
  pages: Pages,
  filter: EventFilter,
  order: SortOrder,
  aliases: Aliases,
  signal?: AbortSignal,
): AsyncGenerator<readonly EventDetail[]> {
  const total = await pages.total(filter, signal);
  for (let start = 0; start < total; start += AT_ONCE) {
    const page = await pages.page(filter, order, start, AT_ONCE, signal);
    const { params } = compileFilter({ query: '' }, aliases);
    const keys = params.add(page.map((row) => row.key).join(' '));
    const rows = await database.rows(
      {
        text: `SELECT ${DETAIL} FROM ${listedFrom(`SELECT * FROM events WHERE key IN (SELECT unnest(string_split(${keys}, ' '))::BIGINT)`)}`,
        params: params.values,
      },
      signal,
    );
    const found = await eventDetails(database, rows, signal);
    const details = new Map(found.map((row) => [row.key, row]));
    yield page.flatMap((row) => details.get(row.key) ?? []);
  }
}
