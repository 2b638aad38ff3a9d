/** Bytes and money as people write them. */

const UNITS: Readonly<Record<string, bigint>> = {
  b: 1n,
  kb: 1_000n,
  mb: 1_000_000n,
  gb: 1_000_000_000n,
  tb: 1_000_000_000_000n,
  kib: 1n << 10n,
  mib: 1n << 20n,
  gib: 1n << 30n,
  tib: 1n << 40n,
};

/** `1.4 GB`, `12,345`, `3 MiB` as bytes, rounded down; undefined when it is no size. */
export function readBytes(text: string): bigint | undefined {
  const match = /^(\d[\d,]*)(?:\.(\d{1,6}))?\s*([kmgt]?i?b)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '0', fraction = '', unit = 'b'] = match;
  const scale = UNITS[unit.toLowerCase()];
  if (scale === undefined) return undefined;
  const digits = BigInt(whole.replaceAll(',', '') + fraction);
  const bytes = (digits * scale) / 10n ** BigInt(fraction.length);
  return bytes < 2n ** 63n ? bytes : undefined;
}

/** `12,340.50` as hundredths; undefined when it is no amount. */
export function readMoney(text: string): bigint | undefined {
  const match = /^(\d[\d,]*)(?:\.(\d{1,2}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '0', fraction = ''] = match;
  const hundredths = BigInt(whole.replaceAll(',', '')) * 100n + BigInt(fraction.padEnd(2, '0'));
  return hundredths < 2n ** 63n ? hundredths : undefined;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Bytes with nothing rounded: `1,400,000,000`. */
export const bytesText = (bytes: bigint): string => grouped(bytes.toString());
