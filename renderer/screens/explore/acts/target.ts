import type { EngineClient } from '#shared/ipc/engine-api.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import type { EventDetail, MarkedRow } from '#shared/model/event.ts';
import type { EventKey } from '#shared/model/ids.ts';
import type { EventSet } from '#shared/work/event-set.ts';
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

/** The events one by one, with all that is known of them. */
export async function readTarget(
  engine: EngineClient,
  { selection, filter }: Target,
): Promise<readonly EventDetail[]> {
  const keys: readonly EventKey[] =
    selection.kind === 'some'
      ? selection.keys.slice(0, FEW_EVENTS)
      : (
          await engine.call('events.page', {
            ...filter,
            order: 'time-ascending',
            start: 0,
            count: FEW_EVENTS,
          })
        )
          .map(({ key }) => key)
          .filter((key) => !selection.except.includes(key));
  const details = await Promise.all(keys.map((key) => engine.call('events.detail', { key })));
  return details.toSorted((a, b) => {
    const [at, bt] = [a.time ?? 2n ** 62n, b.time ?? 2n ** 62n];
    return at < bt ? -1 : at > bt ? 1 : 0;
  });
}
