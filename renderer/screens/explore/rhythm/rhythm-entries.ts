import type { Rhythm } from '#shared/ipc/events.ts';
import type { Instant } from '#shared/model/time.ts';
import { countOf, countText } from '#renderer/ui/number-text.ts';
import { shortInstantText } from '#renderer/ui/time-text.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { rangeText } from '../histogram/range-text.ts';
import { spanText } from '../histogram/span-text.ts';
import { windowRange } from './rhythm-ranges.ts';

/** A silence or a burst, in words. */
export interface RhythmEntry {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly detail?: string;
  /** Of the largest. */
  readonly share: number;
}

/** The day is said once where it is the same. */
function betweenText(from: bigint, to: bigint, times: TimeDisplay): string {
  const [start = '', end = ''] = [from, to].map((time) =>
    shortInstantText(time as Instant, 'ms', times),
  );
  return `${start} – ${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end}`;
}

export function silenceEntries({ silences }: Rhythm, times: TimeDisplay): readonly RhythmEntry[] {
  const longest = silences[0] === undefined ? 1 : Number(silences[0].to - silences[0].from);
  return silences.map(({ from, to }) => ({
    id: String(from),
    title: spanText(to - from),
    when: betweenText(from, to, times),
    share: Number(to - from) / longest,
  }));
}

const usualOf = ({ dated, windows }: Rhythm): number => dated / windows;

export function burstEntries(rhythm: Rhythm, times: TimeDisplay): readonly RhythmEntry[] {
  const { bursts, width } = rhythm;
  const fullest = bursts[0]?.count ?? 1;
  return bursts.map((burst) => ({
    id: String(burst.from),
    title: countOf(burst.count, 'event'),
    when: rangeText(windowRange(burst, width), times),
    detail: `${(burst.count / usualOf(rhythm)).toFixed(1)} × the average`,
    share: burst.count / fullest,
  }));
}

export function windowNote(rhythm: Rhythm): string {
  const usual = usualOf(rhythm);
  const average = usual < 10 ? usual.toFixed(1) : countText(Math.round(usual));
  return `Of ${spanText(rhythm.width)} each, from whole multiples of it in UTC. A window that holds any holds ${average} on average.`;
}

const line = ({ title, when, detail }: RhythmEntry): string =>
  `${title}: ${when}${detail === undefined ? '' : `; ${detail}`}`;

/** Both lists, an entry a line. */
export const rhythmText = (rhythm: Rhythm, times: TimeDisplay): string =>
  rhythm.dated === 0
    ? 'No matching event has a time.'
    : [
        'Longest silences, from one match to the next:',
        ...silenceEntries(rhythm, times).map(line),
        '',
        `Fullest windows. ${windowNote(rhythm)}`,
        ...burstEntries(rhythm, times).map(line),
      ].join('\n');
