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

const AGO: { readonly [unit: string]: bigint } = {
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
};

/** So long before now: `90m`, `8h`, `2d` of 24 hours. */
export function readAgo(text: string, now: Instant): Instant | undefined {
  const match = /^(\d{1,6})([mhd])$/.exec(text);
  const unit = AGO[match?.[2] ?? ''];
  return unit === undefined ? undefined : ((now - BigInt(match?.[1] ?? 0) * unit) as Instant);
}
