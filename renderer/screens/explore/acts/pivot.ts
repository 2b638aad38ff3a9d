import type { MarkedRow } from '#shared/model/event.ts';
import type { ExploreView } from '../view.ts';

const MINUTE = 60_000_000_000n;

export const PIVOT_SPANS = [
  { label: '1 min', ns: MINUTE },
  { label: '5 min', ns: 5n * MINUTE },
  { label: '15 min', ns: 15n * MINUTE },
  { label: '1 h', ns: 60n * MINUTE },
  { label: '1 d', ns: 1_440n * MINUTE },
] as const;

/** All events within a span before and after one; nothing when it has no time. */
export const aroundEvent = (
  { time }: Pick<MarkedRow, 'time'>,
  span: bigint,
): Partial<ExploreView> =>
  time === undefined
    ? {}
    : {
        query: '',
        aside: [],
        crumbs: [{ from: time - span, to: time + span + 1n }],
        brush: undefined,
      };
