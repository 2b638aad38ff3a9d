import type { Brand } from './brand.ts';

/** Nanoseconds since 1970-01-01T00:00:00Z, signed 64 bit. */
export type Instant = Brand<bigint, 'Instant'>;

/** Stored for an event without a usable time; it sorts last and is in no histogram. Never shown. */
export const UNDATED = (2n ** 63n - 1n) as Instant;

export const PRECISIONS = ['ns', '100ns', 'us', 'ms', 's', 'min', 'day'] as const;
/** How fine the source's clock text was. */
export type Precision = (typeof PRECISIONS)[number];

export const ZONE_BASES = ['utc', 'offset', 'assumed', 'none'] as const;
/** utc: the format defines UTC · offset: the text states one · assumed: the analyst's zone was applied · none: undated. */
export type ZoneBasis = (typeof ZONE_BASES)[number];

const DIGITS: Record<Precision, number> = { ns: 9, '100ns': 7, us: 6, ms: 3, s: 0, min: 0, day: 0 };

/** ISO 8601 UTC text at the given precision, e.g. `2026-05-12T09:12:04.1130000Z`. */
export function formatInstant(instant: Instant, precision: Precision = 'ms'): string {
  const seconds =
    instant >= 0n ? instant / 1_000_000_000n : (instant - 999_999_999n) / 1_000_000_000n;
  const nanos = Number(instant - seconds * 1_000_000_000n);
  const ms = Number(seconds) * 1000;
  if (!(Math.abs(ms) <= 8.64e15)) return `${instant} ns`;
  const whole = new Date(ms).toISOString().slice(0, -5);
  if (precision === 'day') return whole.slice(0, whole.indexOf('T'));
  if (precision === 'min') return `${whole.slice(0, -3)}Z`;
  const digits = DIGITS[precision];
  return digits === 0
    ? `${whole}Z`
    : `${whole}.${String(nanos).padStart(9, '0').slice(0, digits)}Z`;
}

export const instantFromMs = (ms: number): Instant =>
  (BigInt(Math.trunc(ms)) * 1_000_000n) as Instant;
export const instantToMs = (instant: Instant): number => Number(instant / 1_000_000n);
