import { compareItems } from '../board/board-order.ts';
import { PRECISION_NS } from '../board/uncertainty.ts';
import type { Metric } from '../ipc/report.ts';
import type { BoardItem } from '../model/board.ts';
import { formatDuration } from '../model/duration.ts';
import type { EvidenceItem } from '../model/evidence.ts';
import type { EventId } from '../model/ids.ts';
import type { Precision } from '../model/time.ts';
import type { ResponseAction } from '../records/kinds/response-action.ts';
import type { MomentName } from '../work/op.ts';
import type { Moment } from '../work/work-state.ts';
import { countOf, formatBytes, formatShare } from './quantity-text.ts';
import { timeText } from './time-text.ts';

export interface MetricsInput {
  readonly board: Iterable<BoardItem>;
  readonly moments: ReadonlyMap<MomentName, Moment>;
  /** Times of the events that moments point at; an event that is not in the store is left out. */
  readonly eventTimes: ReadonlyMap<
    EventId,
    { readonly time?: bigint; readonly precision: Precision }
  >;
  readonly evidence: readonly EvidenceItem[];
  readonly actions?: Iterable<ResponseAction>;
}

/** A moment in time as far as it is known, or why it is not. */
type Known =
  | { readonly time: bigint; readonly precision: Precision; readonly how: string }
  | { readonly why: string };

const MOMENT_TITLES: Readonly<Record<MomentName, string>> = {
  'first-activity': 'First known intruder activity',
  aware: 'Organisation aware',
  detected: 'Detected',
  contained: 'Contained',
  eradicated: 'Eradicated',
  recovered: 'Recovered',
};

const DEFINITIONS: Readonly<Record<Exclude<MomentName, 'first-activity'>, string>> = {
  aware: 'When the organisation knew that it had an incident; legal deadlines count from here.',
  detected: 'When the first alert or report that led to this case was raised.',
  contained: 'When the intruder could no longer act.',
  eradicated: 'When the last known foothold was removed.',
  recovered: 'When normal operation was restored.',
};

/** All that a post-mortem counts, computed from the case; what cannot be said is said so, with the reason. */
export function metricsOf(input: MetricsInput): readonly Metric[] {
  const items = [...input.board].sort(compareItems);
  const intruder = items.filter(({ phase, time }) => phase !== 'response' && time !== undefined);
  const first = firstActivity(input, intruder);
  const at = (name: MomentName): Known => momentOf(input, name);
  const moments = (['detected', 'aware', 'contained', 'eradicated', 'recovered'] as const).map(
    (name) => momentMetric(MOMENT_TITLES[name], DEFINITIONS[name], at(name)),
  );
  return [
    momentMetric(
      MOMENT_TITLES['first-activity'],
      'The marked moment, or else the earliest dated board item outside the Response lane.',
      first,
    ),
    ...moments,
    between(
      'Dwell time',
      'From first known activity to detection: the time to detect.',
      first,
      at('detected'),
    ),
    between(
      'Time to awareness',
      'From detection to the organisation’s knowing that it had an incident.',
      at('detected'),
      at('aware'),
    ),
    between(
      'Time to first response',
      'From detection to the first response action done, or else to the first dated item in the Response lane after it.',
      at('detected'),
      firstResponse(input, items, at('detected')),
    ),
    between('Time to contain', 'From detection to containment.', at('detected'), at('contained')),
    between(
      'Time to eradicate',
      'From detection to eradication.',
      at('detected'),
      at('eradicated'),
    ),
    between('Time to recover', 'From detection to recovery.', at('detected'), at('recovered')),
    between(
      'Time the intruder could act',
      'From first known activity to containment.',
      first,
      at('contained'),
    ),
    between(
      'Span of known activity',
      'From the first known activity to the last dated board item outside the Response lane.',
      first,
      lastActivity(intruder),
    ),
    countMetric(
      'Hosts on the board',
      'Different hosts named by board items.',
      items,
      ({ host }) => host,
    ),
    countMetric(
      'Actors on the board',
      'Different accounts, addresses or programs named as actor.',
      items,
      ({ actor }) => actor,
    ),
    ...evidenceMetrics(input.evidence),
  ];
}

function firstActivity(input: MetricsInput, intruder: readonly BoardItem[]): Known {
  if (input.moments.has('first-activity')) return momentOf(input, 'first-activity');
  const [item] = intruder;
  return item?.time === undefined
    ? { why: 'no moment is marked, and no dated item outside the Response lane is on the board' }
    : { time: item.time, precision: item.precision, how: `Board item “${item.title}”.` };
}

const CARRIED_OUT: ReadonlySet<ResponseAction['state']> = new Set(['done', 'verified']);

function firstResponse(
  { actions = [] }: MetricsInput,
  items: readonly BoardItem[],
  detected: Known,
): Known {
  const done = [...actions]
    .flatMap(({ state, at, title }) =>
      at === undefined || !CARRIED_OUT.has(state) ? [] : [{ at, title }],
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const [action] = done;
  if (action !== undefined) {
    return { time: action.at, precision: 's', how: `Action “${action.title}”.` };
  }
  if ('why' in detected) return detected;
  const item = items.find(
    ({ phase, time }) => phase === 'response' && time !== undefined && time > detected.time,
  );
  return item?.time === undefined
    ? { why: 'no response action with a time is done, and no later item is in the Response lane' }
    : { time: item.time, precision: item.precision, how: `Board item “${item.title}”.` };
}

function lastActivity(intruder: readonly BoardItem[]): Known {
  const ends = intruder.map((item) => ({ item, at: item.end ?? item.time ?? 0n }));
  const last = ends.reduce<(typeof ends)[number] | undefined>(
    (latest, one) => (latest === undefined || one.at > latest.at ? one : latest),
    undefined,
  );
  return last === undefined
    ? { why: 'no dated item outside the Response lane is on the board' }
    : {
        time: last.at,
        precision: last.item.precision,
        how: `Ends with board item “${last.item.title}”.`,
      };
}

function momentOf({ moments, eventTimes }: MetricsInput, name: MomentName): Known {
  const moment = moments.get(name);
  if (moment?.event !== undefined) {
    const event = eventTimes.get(moment.event);
    if (event === undefined) return { why: 'the marked event is not among this case’s events' };
    if (event.time === undefined) return { why: 'the marked event has no time' };
    return { time: event.time, precision: event.precision, how: 'Marked on an event.' };
  }
  // A time that a person enters is exact to the second at best.
  if (moment?.at !== undefined)
    return { time: moment.at, precision: 's', how: 'Entered by the analyst.' };
  return {
    why: `no moment is marked as “${MOMENT_TITLES[name].toLowerCase()}”`,
  };
}

function momentMetric(name: string, definition: string, known: Known): Metric {
  if ('why' in known) return { name, value: '', definition, missing: known.why };
  return {
    name,
    value: timeText(known.time, known.precision),
    definition: `${definition} ${known.how}`,
  };
}

function between(name: string, definition: string, from: Known, to: Known): Metric {
  if ('why' in from) return { name, value: '', definition, missing: from.why };
  if ('why' in to) return { name, value: '', definition, missing: to.why };
  if (to.time < from.time) {
    const missing = `the end (${timeText(to.time, to.precision)}) lies before the beginning (${timeText(from.time, from.precision)}): a mark or a clock is wrong`;
    return { name, value: '', definition, missing };
  }
  const unsure = PRECISION_NS[from.precision] + PRECISION_NS[to.precision];
  const margin = unsure >= PRECISION_NS.min ? ` (± ${formatDuration(unsure)})` : '';
  return { name, value: `${formatDuration(to.time - from.time)}${margin}`, definition };
}

function countMetric(
  name: string,
  definition: string,
  items: readonly BoardItem[],
  pick: (item: BoardItem) => string | undefined,
): Metric {
  const different = new Set(items.map(pick).filter((value) => value !== undefined && value !== ''));
  return different.size === 0
    ? { name, value: '', definition, missing: 'no board item names any' }
    : { name, value: `at least ${different.size}`, definition };
}

const HELD = new Set(['refused', 'duplicate', 'queued', 'hashing']);

function evidenceMetrics(evidence: readonly EvidenceItem[]): readonly Metric[] {
  const held = evidence.filter(({ state }) => !HELD.has(state));
  const name = 'Evidence examined';
  const definition =
    'Sealed files, members of containers counted as files of their own; events read from them; share of their bytes that is read or known.';
  if (held.length === 0)
    return [{ name, value: '', definition, missing: 'no evidence has been sealed' }];
  const sum = (pick: (item: EvidenceItem) => number): number =>
    held.reduce((total, item) => total + pick(item), 0);
  const bytes = sum(({ size }) => size);
  const accounted = sum(({ coverage }) =>
    coverage === undefined ? 0 : coverage.bytes.parsed + coverage.bytes.skipped,
  );
  const measured = sum(({ coverage, size }) => (coverage === undefined ? 0 : size));
  const unread = held.filter(({ coverage }) => coverage === undefined).length;
  const share =
    measured === 0
      ? ''
      : `, ${formatShare(accounted / measured)} covered${unread > 0 ? ` (${countOf(unread, 'file')} without a parser not counted)` : ''}`;
  const events = sum(({ coverage }) => coverage?.events ?? 0);
  return [
    {
      name,
      value: `${countOf(held.length, 'file')}, ${formatBytes(bytes)}, ${countOf(events, 'event')}${share}`,
      definition,
    },
  ];
}
