const SECOND = 1_000_000_000n;

const UNITS: readonly { readonly name: string; readonly ns: bigint }[] = [
  { name: 'd', ns: 86_400n * SECOND },
  { name: 'h', ns: 3_600n * SECOND },
  { name: 'min', ns: 60n * SECOND },
  { name: 's', ns: SECOND },
];

/** `41 h`, `3 d 4 h`, `12 min 5 s`, `0.8 s`: the two largest units that are not zero, rounded down. */
export function formatDuration(ns: bigint): string {
  if (ns < 0n) return `−${formatDuration(-ns)}`;
  const largest = UNITS.findIndex((unit) => ns >= unit.ns);
  const unit = UNITS[largest];
  if (unit === undefined) return shortOf(ns);
  const next = UNITS[largest + 1];
  const count = ns / unit.ns;
  const rest = next === undefined ? 0n : (ns % unit.ns) / next.ns;
  const head = `${count} ${unit.name}`;
  return rest === 0n || next === undefined ? head : `${head} ${rest} ${next.name}`;
}

/** One unit only, for a gap or an axis: `41 h`, `3 d`, `12 min`. Up to two days are said in hours. */
export function formatRoughly(ns: bigint): string {
  const unit = ns >= 2n * 86_400n * SECOND ? UNITS[0] : UNITS.slice(1).find((one) => ns >= one.ns);
  return unit === undefined ? shortOf(ns) : `${(ns + unit.ns / 2n) / unit.ns} ${unit.name}`;
}

function shortOf(ns: bigint): string {
  if (ns === 0n) return '0 s';
  if (ns >= 100_000_000n) return `${Number(ns / 100_000_000n) / 10} s`;
  if (ns >= 1_000_000n) return `${ns / 1_000_000n} ms`;
  return ns >= 1_000n ? `${ns / 1_000n} µs` : `${ns} ns`;
}
