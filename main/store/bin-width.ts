const SECOND = 1_000_000_000n;
/** Widths that people read: seconds to years. ns. */
const WIDTHS: readonly bigint[] = [
  1_000n,
  10_000n,
  100_000n,
  1_000_000n,
  10_000_000n,
  100_000_000n,
  SECOND,
  2n * SECOND,
  5n * SECOND,
  10n * SECOND,
  15n * SECOND,
  30n * SECOND,
  60n * SECOND,
  120n * SECOND,
  300n * SECOND,
  600n * SECOND,
  900n * SECOND,
  1_800n * SECOND,
  3_600n * SECOND,
  7_200n * SECOND,
  10_800n * SECOND,
  21_600n * SECOND,
  43_200n * SECOND,
  86_400n * SECOND,
  172_800n * SECOND,
  604_800n * SECOND,
  1_209_600n * SECOND,
  2_592_000n * SECOND,
  7_776_000n * SECOND,
  31_536_000n * SECOND,
  315_360_000n * SECOND,
];

/** The multiple of a width at or below a value. */
export const floorTo = (value: bigint, width: bigint): bigint => {
  const rest = value % width;
  return value - (rest < 0n ? rest + width : rest);
};

/** The narrowest readable width that needs at most `maxBins` bins from `first` through `last`. */
export function binWidthFor(first: bigint, last: bigint, maxBins: number): bigint {
  const fits = (width: bigint): boolean =>
    (floorTo(last, width) - floorTo(first, width)) / width + 1n <= BigInt(maxBins);
  return WIDTHS.find(fits) ?? (last - first) / BigInt(Math.max(1, maxBins - 1)) + 1n;
}
