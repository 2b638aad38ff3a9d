import type { Clock } from './clock.ts';

/** What the sum of the clocks says in a line. */
export interface ClockSum {
  /** Open and over: the longest overdue first. */
  readonly missed: readonly Clock[];
  /** The soonest of those that run. */
  readonly next?: Clock;
  readonly waiting: number;
  readonly settled: number;
}

export function sumOf(clocks: readonly Clock[]): ClockSum {
  const of = (...kinds: readonly Clock['state']['kind'][]): readonly Clock[] =>
    clocks.filter(({ state }) => kinds.includes(state.kind));
  const next = of('running')[0];
  return {
    missed: of('missed'),
    ...(next !== undefined && { next }),
    waiting: of('waiting').length,
    settled: of('met', 'met-late', 'waived').length,
  };
}
