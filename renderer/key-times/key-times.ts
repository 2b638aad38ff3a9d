import type { BoardItem } from '#shared/model/board.ts';
import { formatDuration } from '#shared/model/duration.ts';
import type { MarkedRow } from '#shared/model/event.ts';
import type { EventId } from '#shared/model/ids.ts';
import type { Instant, Precision } from '#shared/model/time.ts';
import type { MomentName } from '#shared/work/op.ts';
import { MOMENTS } from '#shared/work/op.ts';
import type { Moment } from '#shared/work/work-state.ts';

/** The moments from which the report's times are computed, as they are called on screen. */
export const KEY_TIMES: {
  readonly [M in MomentName]: { readonly title: string; readonly meaning: string };
} = {
  'first-activity': {
    title: 'First activity',
    meaning:
      'The earliest thing the intruder is known to have done. Unless set, the earliest dated item outside Response.',
  },
  aware: {
    title: 'Aware',
    meaning: 'When the organisation knew that it had an incident; legal deadlines count from here.',
  },
  detected: {
    title: 'Detected',
    meaning: 'When the first alert or report that led to this case was raised.',
  },
  contained: { title: 'Contained', meaning: 'When the intruder could no longer act.' },
  eradicated: { title: 'Eradicated', meaning: 'When the last known foothold was removed.' },
  recovered: { title: 'Recovered', meaning: 'When normal operation was restored.' },
};

export interface KeyTime {
  readonly name: MomentName;
  readonly time?: Instant;
  readonly precision: Precision;
  /** Where the time is from, or why there is none. */
  readonly how: string;
  /** How long after what: the figures of the report. */
  readonly after?: string;
  /** A mark or a clock is wrong. */
  readonly wrong?: string;
  readonly marked: boolean;
}

type Known = Omit<KeyTime, 'after' | 'wrong'>;

/** All key times as far as they are known. `events` as far as they have been read. `items` in board order. */
export function keyTimes(
  items: readonly BoardItem[],
  moments: ReadonlyMap<MomentName, Moment>,
  events: ReadonlyMap<EventId, MarkedRow | null>,
): readonly KeyTime[] {
  const known = MOMENTS.map((name) => knownOf(name, items, moments.get(name), events));
  const first = known.find(({ name }) => name === 'first-activity');
  const detected = known.find(({ name }) => name === 'detected');
  return known.map((one) => {
    if (one.name === 'detected') return since(one, first, 'dwell time');
    const counts = one.name !== 'first-activity' && one.name !== 'aware';
    return counts ? since(one, detected, 'after detection') : one;
  });
}

function knownOf(
  name: MomentName,
  items: readonly BoardItem[],
  moment: Moment | undefined,
  events: ReadonlyMap<EventId, MarkedRow | null>,
): Known {
  const base = { name, precision: 's', marked: moment !== undefined } as const;
  if (moment?.event !== undefined) {
    const event = events.get(moment.event);
    if (event === undefined) return { ...base, how: 'reading the event' };
    if (event === null) return { ...base, how: 'its event is not among this case’s events' };
    if (event.time === undefined) return { ...base, how: 'its event has no time' };
    return { ...base, time: event.time, precision: event.precision, how: 'from an event' };
  }
  if (moment?.at !== undefined) return { ...base, time: moment.at as Instant, how: 'set by hand' };
  const earliest = items.find(({ phase, time }) => phase !== 'response' && time !== undefined);
  if (name !== 'first-activity' || earliest?.time === undefined) return { ...base, how: 'not set' };
  const { time, precision } = earliest;
  return { ...base, time, precision, how: 'earliest item of the board' };
}

function since(one: Known, from: Known | undefined, what: string): KeyTime {
  if (one.time === undefined || from?.time === undefined) return one;
  const length = one.time - from.time;
  return length < 0n
    ? { ...one, wrong: `before ${KEY_TIMES[from.name].title.toLowerCase()}` }
    : { ...one, after: `${formatDuration(length)} ${what}` };
}
