import type { OpId } from '#shared/model/ids.ts';
import type { EventSet } from '#shared/work/event-set.ts';
import { membersWithin, subtract } from '#shared/work/event-sets.ts';
import type { LogChange } from '#shared/work/work-log.ts';
import type { ChangedSet, WorkState } from '#shared/work/work-state.ts';

export interface SetName {
  readonly kind: 'tag' | 'reviewed';
  /** Name of the tag; empty for the reviewed mark. */
  readonly value: string;
}

export interface SetStep extends SetName {
  readonly act: 'add' | 'remove';
  readonly events: EventSet;
}

/** An op on a set, be it new, or begun or ceased to count. */
export interface TouchedSet {
  readonly op: OpId;
  readonly name: SetName;
  readonly events: EventSet;
}

/** Steps for all touched ops of one set. */
export function setSteps(acts: readonly TouchedSet[], change: LogChange): readonly SetStep[] {
  const [first] = acts;
  if (first === undefined) return [];
  const now = changesOf(first.name, change.after);
  const newest = now.slice(-acts.length);
  const doneOnTop =
    change.onTop &&
    change.turned.length === 0 &&
    newest.length === acts.length &&
    newest.every(({ op }, i) => op === acts[i]?.op);
  if (doneOnTop) {
    return newest.flatMap(({ on, events }) => setStep(on ? 'add' : 'remove', first.name, events));
  }
  return acts.flatMap(({ events }) => {
    const members = membersWithin(now, events);
    return [
      ...setStep('remove', first.name, subtract(events, members)),
      ...setStep('add', first.name, members),
    ];
  });
}

export const setStep = (
  act: 'add' | 'remove',
  name: SetName,
  events: EventSet,
): readonly SetStep[] => (events.count === 0 ? [] : [{ act, ...name, events }]);

const changesOf = ({ kind, value }: SetName, state: WorkState): ChangedSet =>
  kind === 'reviewed' ? state.reviewed : (state.tags.get(value)?.assigned ?? []);
