import type { Instant } from '#shared/model/time.ts';
import type { TimeDisplay } from './time-text.ts';

const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/**
 * The instant an analyst typed: `2026-05-12`, `2026-05-12 09:12`, `2026-05-12T09:12:04.113Z`. Without a zone it is
 * meant in the zone on display. Undefined when it is no time.
 */
export function parseTimeInput(text: string, display: TimeDisplay): Instant | undefined {
  const match = SHAPE.exec(text.trim());
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const utc = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const exact =
    utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
  if (!exact || (hour ?? 0) > 23 || (minute ?? 0) > 59 || (second ?? 0) > 59) return undefined;
  const fraction = BigInt((match[7] ?? '').padEnd(9, '0'));
  const ms = utc.getTime() - offsetMs(match[8], display, utc);
  return (BigInt(ms) * 1_000_000n + fraction) as Instant;
}

function offsetMs(zone: string | undefined, display: TimeDisplay, wall: Date): number {
  if (zone === undefined) {
    if (display === 'utc') return 0;
    const local = new Date(
      wall.getUTCFullYear(),
      wall.getUTCMonth(),
      wall.getUTCDate(),
      wall.getUTCHours(),
      wall.getUTCMinutes(),
      wall.getUTCSeconds(),
    );
    return -local.getTimezoneOffset() * 60_000;
  }
  const stated = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (stated === null) return 0;
  const minutes = Number(stated[2]) * 60 + Number(stated[3]);
  return (stated[1] === '-' ? -minutes : minutes) * 60_000;
}
