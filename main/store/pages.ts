import type { EventFilter, SortOrder } from '#shared/ipc/events.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { EventKey } from '#shared/model/ids.ts';
import type { Database } from './database.ts';
import { LISTED_EVENT, listedFrom, markedRows } from './event-rows.ts';
import type { Aliases } from './field-columns.ts';
import { compileFilter, filterKey } from './filter.ts';
import { buildTimeIndex, sliceOf, type TimeIndex } from './time-index.ts';

const REMEMBERED = 16;

/** Pages of filtered, sorted events. How each filter's matches lie in time is remembered until events change. */
export class Pages {
  private readonly indexes = new Map<string, Promise<TimeIndex>>();

  constructor(
    private readonly database: Database,
    private readonly aliases: Aliases,
  ) {}

  /** Events, tags or files changed: nothing remembered holds any more. */
  forget(): void {
    this.indexes.clear();
  }

  async total(filter: EventFilter, signal?: AbortSignal): Promise<number> {
    return (await this.index(filter, signal)).total;
  }

  async page(
    filter: EventFilter,
    order: SortOrder,
    start: number,
    count: number,
    signal?: AbortSignal,
  ): Promise<readonly MarkedRow[]> {
    const index = await this.index(filter, signal);
    const wanted = Math.min(count, index.total - start);
    if (wanted <= 0) return [];
    const rising = order === 'time-ascending';
    const slice = sliceOf(index, rising ? start : index.total - start - wanted, wanted);
    if (slice === undefined) return [];
    const { where, params } = compileFilter(filter, this.aliases);
    const from = `SELECT * FROM events WHERE ${where} AND "time" >= ${params.add(slice.from)} AND "time" <= ${params.add(slice.through)}
      ORDER BY "time", key LIMIT ${params.add(BigInt(wanted))} OFFSET ${params.add(BigInt(slice.skip))}`;
    const rows = await this.database.rows(
      {
        text: `SELECT ${LISTED_EVENT} FROM ${listedFrom(from)} ORDER BY e."time", e.key`,
        params: params.values,
      },
      signal,
    );
    const page = await markedRows(this.database, rows, signal);
    return rising ? page : [...page].reverse();
  }

  /** Place of an event among the matches, from 0; null when it is not one of them. */
  async position(
    filter: EventFilter,
    order: SortOrder,
    key: EventKey,
    signal?: AbortSignal,
  ): Promise<number | null> {
    const { total } = await this.index(filter, signal);
    const { where, params } = compileFilter(filter, this.aliases);
    const own = params.add(BigInt(key));
    const [row] = await this.database.rows(
      {
        text: `WITH it AS (SELECT "time" AS t, key AS k FROM events WHERE ${where} AND key = ${own})
          SELECT (SELECT count(*) FROM events, it WHERE ${where} AND ("time" < t OR ("time" = t AND key < k))) AS before FROM it`,
        params: params.values,
      },
      signal,
    );
    if (row === undefined) return null;
    const before = Number(row['before']);
    return order === 'time-ascending' ? before : total - before - 1;
  }

  private async index(filter: EventFilter, signal?: AbortSignal): Promise<TimeIndex> {
    const key = filterKey(filter);
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    const building = buildTimeIndex(this.database, filter, this.aliases, signal);
    this.indexes.set(key, building);
    // A cancelled or failed build is not remembered; whoever waits for it is told.
    building.catch(() => this.indexes.delete(key));
    for (const old of [...this.indexes.keys()].slice(0, -REMEMBERED)) this.indexes.delete(old);
    return building;
  }
}
