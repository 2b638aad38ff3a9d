import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { EventKey } from '#shared/model/ids.ts';
import type { EventSet } from '#shared/work/event-set.ts';
import { eventIdsOf } from '#shared/work/event-sets.ts';
import type { Selection } from '../selection.ts';
import { selectedCount } from '../selection.ts';

/** The events an act is about to be done to: what is selected, or else the one under the cursor. */
export interface Target {
  readonly count: number;
  readonly filter: EventFilter;
  readonly selection: Selection;
}

export function targetOf(
  selection: Selection,
  filter: EventFilter,
  total: number,
  cursor: MarkedRow | undefined,
): Target | undefined {
  const count = selectedCount(selection, total);
  if (count > 0) return { count, filter, selection };
  return cursor === undefined
    ? undefined
    : { count: 1, filter, selection: { kind: 'some', keys: [cursor.key] } };
}

/** The events as identities, for the log; all matching ones are listed by the engine. */
export const resolveTarget = (
  engine: EngineClient,
  { selection, filter }: Target,
): Promise<EventSet> =>
  selection.kind === 'all'
    ? engine.call('events.resolve', { ...filter, except: selection.except })
    : engine.call('events.resolveKeys', { keys: selection.keys });

/** Acts that name each event on its own, such as a board item, take at most so many at once. */
export const FEW_EVENTS = 200;

/** The events one by one, by time, undated ones last. At most FEW_EVENTS. */
export async function readTarget(
  engine: EngineClient,
  target: Target,
): Promise<readonly MarkedRow[]> {
  const rows =
    target.selection.kind === 'some'
      ? await locateAll(engine, await resolveTarget(engine, target))
      : await firstRows(engine, target.filter, new Set(target.selection.except));
  return rows.slice(0, FEW_EVENTS).toSorted((a, b) => {
    const [at, bt] = [a.time ?? LAST, b.time ?? LAST];
    return at < bt ? -1 : at > bt ? 1 : 0;
  });
}

/** After every instant there is. */
const LAST = 2n ** 63n;

async function locateAll(engine: EngineClient, set: EventSet): Promise<readonly MarkedRow[]> {
  const ids = eventIdsOf(set).slice(0, FEW_EVENTS);
  return (await engine.call('events.locate', { ids })).filter((row) => row !== null);
}

async function firstRows(
  engine: EngineClient,
  filter: EventFilter,
  except: ReadonlySet<EventKey>,
): Promise<readonly MarkedRow[]> {
  const count = Math.min(1_000, FEW_EVENTS + except.size);
  const order = 'time-ascending';
  const read = await engine.call('events.page', { ...filter, order, start: 0, count });
  return read.filter(({ key }) => !except.has(key));
}
