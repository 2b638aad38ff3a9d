import type { Instant } from '#shared/model/time.ts';
import { instantFromMs } from '#shared/model/time.ts';

/** A moment on the command line: `2026-05-12`, `2026-05-12T09:12:04.113Z`, with an offset, or without (UTC). */
export function readMoment(text: string): Instant | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, day = '', clock = '00:00:00', fraction = '', zone = 'Z'] = match;
  const whole = Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}${zone}`);
  if (Number.isNaN(whole)) return undefined;
  return (instantFromMs(whole) + BigInt(fraction.padEnd(9, '0') || '0')) as Instant;
}
