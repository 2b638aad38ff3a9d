import type { Instant, Precision } from '#shared/model/time.ts';
import { formatInstant, instantToMs } from '#shared/model/time.ts';

export type TimeDisplay = 'utc' | 'local';

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-05-12 09:12:04.113` in the zone asked for; the fraction is as long as the source's precision. */
export function instantText(instant: Instant, precision: Precision, display: TimeDisplay): string {
  const utc = formatInstant(instant, precision);
  if (display === 'utc' || precision === 'day' || !utc.endsWith('Z')) {
    return utc.replace('T', ' ').replace(/Z$/, '');
  }
  const date = new Date(Math.floor(Number(instant / 1_000_000n)));
  const fraction = /\.\d+/.exec(utc)?.[0] ?? '';
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
  const seconds = precision === 'min' ? '' : `:${two(date.getSeconds())}`;
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${clock}${seconds}${fraction}`;
}

/** What the clock of the display is ahead of UTC at a moment, in ns. */
export const wallOffset =
  (display: TimeDisplay) =>
  (at: bigint): bigint =>
    display === 'utc'
      ? 0n
      : BigInt(-new Date(instantToMs(at as Instant)).getTimezoneOffset()) * 60_000_000_000n;

const COARSER: Record<Precision, Precision> = {
  ns: 'ms',
  '100ns': 'ms',
  us: 'ms',
  ms: 'ms',
  s: 's',
  min: 'min',
  day: 'day',
};

/** The same to milliseconds at most: what a table's column shows. */
export const shortInstantText = (
  instant: Instant,
  precision: Precision,
  display: TimeDisplay,
): string => instantText(instant, COARSER[precision], display);

/** `UTC`, or the name of this machine's zone, e.g. `Europe/Berlin`. */
export const zoneName = (display: TimeDisplay): string =>
  display === 'utc' ? 'UTC' : new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `UTC`, or this machine's zone with its offset at that moment, e.g. `Europe/Berlin, UTC+2`. */
export function zoneText(display: TimeDisplay, at: Instant | undefined): string {
  if (display === 'utc') return 'UTC';
  const date = at === undefined ? new Date() : new Date(instantToMs(at));
  const minutes = -date.getTimezoneOffset();
  const sign = minutes < 0 ? '−' : '+';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const offset = `UTC${sign}${hours}${rest === 0 ? '' : `:${two(rest)}`}`;
  return `${zoneName(display)}, ${offset}`;
}

/** How long between two instants, as short as it can be said: `+0.2 s`, `+41 min`. */
export function gapText(gap: bigint): string {
  const ms = Number(gap / 1_000n) / 1_000;
  if (ms < 0.001) return '0';
  if (ms < 1) return `+${(ms * 1_000).toFixed(0)} µs`;
  if (ms < 1_000) return `+${ms.toFixed(0)} ms`;
  const s = ms / 1_000;
  if (s < 60) return `+${s < 10 ? s.toFixed(1) : s.toFixed(0)} s`;
  if (s < 3_600) return `+${Math.round(s / 60)} min`;
  if (s < 172_800) return `+${(s / 3_600).toFixed(s < 36_000 ? 1 : 0)} h`;
  return `+${Math.round(s / 86_400)} d`;
}

/** For an ISO text of the ledger or a case: `12 May 2026, 09:12`. */
export function dateText(iso: string, display: TimeDisplay): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(display === 'utc' ? { timeZone: 'UTC' } : {}),
  }).format(date);
}
