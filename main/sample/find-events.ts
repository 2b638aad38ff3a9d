import type { MarkedRow } from '#shared/model/event.ts';
import { instantFromMs } from '#shared/model/time.ts';
import { KEY_EVENTS, type KeyEvent, type KeyEventQuery } from './analysis/key-events.ts';
import { at } from './calendar.ts';
import type { SampleEngine } from './sample-engine.ts';

export type KeyRows = { readonly [name in KeyEvent]: MarkedRow };

interface Range {
  readonly from?: string;
  readonly to?: string;
}

/** Bounds of a filter from UTC texts. */
export const rangeOf = ({ from, to }: Range): { from?: bigint; to?: bigint } => ({
  ...(from !== undefined && { from: instantFromMs(at(from)) }),
  ...(to !== undefined && { to: instantFromMs(at(to)) }),
});

/** @throws Error when there are fewer than `count` */
export async function firstMatches(
  engine: SampleEngine,
  { query, ...range }: KeyEventQuery,
  count: number,
): Promise<readonly MarkedRow[]> {
  const rows = await engine.call('events.page', {
    query,
    ...rangeOf(range),
    order: 'time-ascending',
    start: 0,
    count,
  });
  if (rows.length < count)
    throw new Error(`The sample has ${rows.length} events, not ${count}, for: ${query}`);
  return rows;
}

export async function findKeyEvents(engine: SampleEngine): Promise<KeyRows> {
  const found: { [name: string]: MarkedRow } = {};
  for (const [name, query] of Object.entries(KEY_EVENTS)) {
    const [row] = await firstMatches(engine, query, 1);
    if (row !== undefined) found[name] = row;
  }
  return found as KeyRows;
}
