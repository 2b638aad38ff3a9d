import { setImmediate } from 'node:timers/promises';
import type { EventFilter } from '#shared/ipc/events.ts';
import { UNDATED } from '#shared/model/time.ts';
import type { CodedColumns, Codes } from './coded-columns.ts';
import { cancelled, isAborted } from './database.ts';
import type { Matches } from './matches.ts';
import type { CodedColumnName } from './schema.ts';
import type { TimeOrder } from './time-order.ts';

export interface ScanParts {
  readonly matches: Matches;
  readonly order: TimeOrder;
  readonly columns: CodedColumns;
}

export interface Scan<T> {
  /** Called for each match in the order of time. */
  readonly visit: (position: number, row: number) => void;
  /** What came of it; positions are still good. */
  readonly end: () => T;
}

/** Words of positions that are looked at before the engine does something else in between: a million events. */
const WORDS = 1 << 15;

/**
 * Goes through the matches in the order of time with some columns at hand, and lets others have their turn meanwhile.
 * When events come in on the way it begins anew; the third time it does not stop in between.
 * @throws FailureError invalid-query, cancelled
 */
export async function scanMatches<T>(
  { matches, order, columns }: ScanParts,
  filter: EventFilter,
  names: readonly CodedColumnName[],
  begin: (codes: readonly Codes[], dated: number) => Scan<T>,
  signal?: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const codes: Codes[] = [];
    for (const name of names) codes.push(await columns.get(name, signal));
    const match = await matches.of(filter, signal);
    const { version } = order;
    const { bits } = match.positions;
    if (codes.some(({ length }) => length < order.count) && attempt < 3) continue;
    const { visit, end } = begin(codes, order.before(UNDATED));
    let word = 0;
    while (word < bits.length && order.version === version) {
      const stop = attempt < 3 ? Math.min(bits.length, word + WORDS) : bits.length;
      for (; word < stop; word++) {
        let left = bits[word] as number;
        while (left !== 0) {
          const low = left & -left;
          const position = (word << 5) + 31 - Math.clz32(low);
          visit(position, order.rowAt(position));
          left ^= low;
        }
      }
      if (word < bits.length) await setImmediate();
      if (isAborted(signal)) throw cancelled();
    }
    if (order.version === version) return end();
  }
}
