const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** `4,812,330`. */
export const formatCount = (count: number | bigint): string => whole.format(count);

/** `1 event`, `4 events`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** Decimal units, as disks are sold: `41.2 GB`, `812 bytes`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  if (unit === 0) return bytes === 1 ? '1 byte' : `${whole.format(bytes)} bytes`;
  return `${value >= 99.95 ? value.toFixed(0) : value.toFixed(1)} ${UNITS[unit] ?? ''}`;
}

/** `100 %`, `99.97 %`: never rounded up to whole. */
export function formatShare(fraction: number): string {
  if (fraction >= 1) return '100 %';
  if (fraction <= 0) return '0 %';
  const percent = Math.floor(fraction * 10_000) / 100;
  return percent === 0 ? '< 0.01 %' : `${percent} %`;
}
