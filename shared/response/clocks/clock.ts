import type { EventId } from '../../model/ids.ts';
import type { Instant } from '../../model/time.ts';
import type { Deadline } from '../../records/kinds/deadline.ts';
import type { MomentName } from '../../work/op.ts';
import { recordsOf } from '../../work/records.ts';
import type { WorkState } from '../../work/work-state.ts';
import { isZone } from './civil-day.ts';
import type { Due } from './due-time.ts';
import { dueAfter } from './due-time.ts';

/** Times of the events that key times point at: null for one that is not in this case's evidence. */
export type EventTimes = ReadonlyMap<EventId, { readonly time?: Instant } | null>;

/** From when it counts, or what is missing to know that. */
export type Beginning =
  | { readonly known: true; readonly at: Instant; readonly how: string }
  | {
      readonly known: false;
      readonly why: string;
      /** What would have to be given: a key time, or a time of the deadline itself. */
      readonly missing: Extract<MomentName, 'aware' | 'detected'> | 'met' | 'own' | 'zone';
    };

export type ClockState =
  | { readonly kind: 'waiting'; readonly why: string }
  | { readonly kind: 'running'; readonly left: bigint }
  | { readonly kind: 'missed'; readonly late: bigint }
  | { readonly kind: 'met'; readonly at: Instant }
  | { readonly kind: 'met-late'; readonly at: Instant; readonly late: bigint }
  | { readonly kind: 'waived'; readonly because: string };

/** A deadline and where it stands now. */
export interface Clock {
  readonly deadline: Deadline;
  readonly beginning: Beginning;
  readonly due?: Due;
  readonly state: ClockState;
}

/** Every deadline of the case: those that wait for somebody first, the soonest first; then what is settled. */
export function clocksOf(state: WorkState, events: EventTimes, now: Instant): readonly Clock[] {
  const deadlines = recordsOf(state, 'deadline');
  return [...deadlines.values()]
    .map((deadline) => clockOf(deadline, beginningOf(deadline, state, events), now))
    .sort(bySooner);
}

export function clockOf(deadline: Deadline, beginning: Beginning, now: Instant): Clock {
  const due = beginning.known ? dueAfter(beginning.at, deadline) : undefined;
  return {
    deadline,
    beginning,
    ...(due !== undefined && { due }),
    state: stateOf(deadline, beginning, due, now),
  };
}

function stateOf(
  { metAt, waivedBecause }: Deadline,
  beginning: Beginning,
  due: Due | undefined,
  now: Instant,
): ClockState {
  if (waivedBecause !== undefined) return { kind: 'waived', because: waivedBecause };
  if (metAt !== undefined) {
    return due === undefined || metAt <= due.at
      ? { kind: 'met', at: metAt }
      : { kind: 'met-late', at: metAt, late: metAt - due.at };
  }
  if (due === undefined) return { kind: 'waiting', why: beginning.known ? '' : beginning.why };
  return now <= due.at
    ? { kind: 'running', left: due.at - now }
    : { kind: 'missed', late: now - due.at };
}

const MISSING = {
  aware: 'The key time “Aware” is not set.',
  detected: 'The key time “Detected” is not set.',
} as const;

/** From when a deadline counts. */
export function beginningOf(deadline: Deadline, state: WorkState, events: EventTimes): Beginning {
  const { from, zone } = deadline;
  if (!isZone(zone)) {
    return { known: false, why: `“${zone}” is no time zone that is known here.`, missing: 'zone' };
  }
  switch (from) {
    case 'own':
      return deadline.start === undefined
        ? { known: false, why: 'The time from which it counts is not given.', missing: 'own' }
        : { known: true, at: deadline.start, how: 'own time' };
    case 'met': {
      const first = deadline.after && recordsOf(state, 'deadline').get(deadline.after);
      if (first?.metAt !== undefined) {
        return { known: true, at: first.metAt, how: `when “${first.title}” was met` };
      }
      const why =
        first === undefined
          ? 'The deadline whose meeting begins it is not given.'
          : `Counts from when “${first.title}” is met.`;
      return { known: false, why, missing: 'met' };
    }
    case 'aware':
    case 'detected': {
      const moment = state.moments.get(from);
      const how = `key time “${from === 'aware' ? 'Aware' : 'Detected'}”`;
      if (moment?.event !== undefined) {
        const event = events.get(moment.event);
        if (event?.time !== undefined) return { known: true, at: event.time, how };
        const why =
          event === undefined
            ? `The event of the ${how} is being read.`
            : event === null
              ? `The event of the ${how} is not among this case’s events.`
              : `The event of the ${how} has no time.`;
        return { known: false, why, missing: from };
      }
      return moment?.at === undefined
        ? { known: false, why: MISSING[from], missing: from }
        : { known: true, at: moment.at as Instant, how };
    }
  }
}

/** Somebody must still do something about it. */
export const isOpen = ({ state }: Clock): boolean =>
  state.kind === 'running' || state.kind === 'missed' || state.kind === 'waiting';

const PLACE: { readonly [K in ClockState['kind']]: number } = {
  missed: 0,
  running: 0,
  waiting: 1,
  met: 2,
  'met-late': 2,
  waived: 3,
};

function bySooner(a: Clock, b: Clock): number {
  const place = PLACE[a.state.kind] - PLACE[b.state.kind];
  if (place !== 0) return place;
  const [at, bt] = [a.due?.at, b.due?.at];
  if (at !== bt) return at === undefined ? 1 : bt === undefined ? -1 : at < bt ? -1 : 1;
  return a.deadline.title < b.deadline.title ? -1 : a.deadline.title > b.deadline.title ? 1 : 0;
}

/** Key times that deadlines count from and that point at events. */
export const clockEvents = ({ moments }: WorkState): readonly EventId[] =>
  (['aware', 'detected'] as const).flatMap((name) => moments.get(name)?.event ?? []);
