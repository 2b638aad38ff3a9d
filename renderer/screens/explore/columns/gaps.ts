import type { MarkedRow } from '#shared/model/event.ts';

/** A silence worth seeing: half an hour. */
const WIDE_NS = 1_800_000_000_000n;

/** Time between two neighbouring rows, whichever way they are sorted; undefined when one has no time. */
export function gapBetween(
  before: Pick<MarkedRow, 'time'> | undefined,
  row: Pick<MarkedRow, 'time'>,
): bigint | undefined {
  if (before?.time === undefined || row.time === undefined) return undefined;
  const gap = row.time - before.time;
  return gap < 0n ? -gap : gap;
}

export const isWideGap = (gap: bigint | undefined): boolean => gap !== undefined && gap >= WIDE_NS;
