import { byText } from './by-text.ts';
import type { Op } from './op.ts';

/** Clock order; ids break the tie that only a forged or copied clock can make. */
export const byClock = (a: Op, b: Op): number => byText(a.clock, b.clock) || byText(a.id, b.id);
