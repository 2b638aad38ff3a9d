import type { Instant } from '#shared/model/time.ts';
import { lastSessionEnd } from '#shared/response/hand-over/past-state.ts';
import type { Work } from '#renderer/state/work.ts';
import type { TimeDisplay } from '#renderer/ui/time-text.ts';
import { parseTimeInput } from '#renderer/ui/time-input.ts';
import type { Since } from '../incident-place.ts';

const HOUR = 3_600_000_000_000n;

/** The moment that the analyst means, or why there is none. */
export function sinceMoment(
  since: Since,
  work: Work,
  now: Instant,
  times: TimeDisplay,
): { readonly at: Instant } | { readonly why: string } {
  switch (since.kind) {
    case 'hours':
      return { at: (now - BigInt(since.hours) * HOUR) as Instant };
    case 'session': {
      const at = lastSessionEnd(work.log.ops, work.info.analyst.id, now);
      return at === undefined
        ? { why: 'You have had no session in this case before this one.' }
        : { at };
    }
    case 'time': {
      const at = parseTimeInput(since.text, times);
      if (at === undefined) return { why: 'Write a time: 2026-05-13 06:00.' };
      return at > now ? { why: 'This time is yet to come.' } : { at };
    }
  }
}
