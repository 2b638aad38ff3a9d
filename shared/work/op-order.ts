import type { Op } from './op.ts';

/** Clock order; ids break the tie that only a forged or copied clock can make. */
export function byClock(a: Op, b: Op): number {
  if (a.clock !== b.clock) return a.clock < b.clock ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
