const counts = new Intl.NumberFormat('en');

/** 4812330 → `4,812,330`. */
export const countText = (count: number): string => counts.format(count);

/** A count with its noun: `1 event`, `1,204 events`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`;

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** At most four characters: 950, 1.2k, 4.81M. */
export function compactCount(count: number): string {
  if (count < 1_000) return String(count);
  if (count < 999_500) return `${trimmed(count / 1_000)}k`;
  return count < 999_500_000 ? `${trimmed(count / 1e6)}M` : `${trimmed(count / 1e9)}G`;
}

/** Zeros behind a decimal point say nothing; those before it do. */
const trimmed = (value: number): string => short(value).replace(/\.0*$|(\.\d*[1-9])0+$/, '$1');

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units, as on a disk's label: 1234567 → `1.23 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  let value = bytes;
  let unit: string = 'B';
  for (const next of UNITS) {
    if (value < 999.5) break;
    value /= 1_000;
    unit = next;
  }
  return `${short(value)} ${unit}`;
}

export const rateText = (bytesPerSecond: number): string => `${bytesText(bytesPerSecond)}/s`;

/** `8 s`, `3 min 20 s`, `1 h 05 min`, `2 d 3 h`: the two largest units. */
export function durationText(seconds: number): string {
  const s = Math.max(0, Math.round(seconds));
  if (s < 60) return `${s} s`;
  if (s < 3_600) return s % 60 === 0 ? `${s / 60} min` : `${Math.floor(s / 60)} min ${s % 60} s`;
  if (s < 86_400) {
    const minutes = Math.floor((s % 3_600) / 60);
    return minutes === 0
      ? `${s / 3_600} h`.replace(/\.\d+/, '')
      : `${Math.floor(s / 3_600)} h ${String(minutes).padStart(2, '0')} min`;
  }
  const hours = Math.floor((s % 86_400) / 3_600);
  return hours === 0 ? `${Math.floor(s / 86_400)} d` : `${Math.floor(s / 86_400)} d ${hours} h`;
}

/** A share: `63 %`, and never 100 % or 0 % of something that is not quite. */
export function percentText(fraction: number): string {
  if (fraction >= 1) return '100 %';
  if (fraction > 0.999) return '99.9 %';
  if (fraction <= 0) return '0 %';
  if (fraction < 0.001) return '< 0.1 %';
  return fraction < 0.1 || fraction > 0.99
    ? `${(fraction * 100).toFixed(1)} %`
    : `${Math.round(fraction * 100)} %`;
}
