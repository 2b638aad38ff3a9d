const UNITS = { min: 60n, h: 3_600n, d: 86_400n } as const;
type Unit = keyof typeof UNITS;
const SECOND = 1_000_000_000n;

/** `30 min`, `4 h`, `2 d` in nanoseconds; undefined for anything else. */
export function targetNs(text: string): bigint | undefined {
  const match = /^(\d{1,5}) (min|h|d)$/.exec(text);
  if (match === null) return undefined;
  return BigInt(match[1] ?? '') * UNITS[match[2] as Unit] * SECOND;
}

/** A time target that comes as near to a duration as whole minutes do; undefined when it is before the start. */
export function targetText(ns: bigint): string | undefined {
  const minutes = (ns + 30n * SECOND) / (60n * SECOND);
  if (ns < 0n) return undefined;
  if (minutes !== 0n && minutes % 1_440n === 0n) return `${minutes / 1_440n} d`;
  if (minutes !== 0n && minutes % 60n === 0n) return `${minutes / 60n} h`;
  return minutes < 100_000n ? `${minutes} min` : `${minutes / 1_440n} d`;
}
