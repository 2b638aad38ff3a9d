import {
  quiet,
  type EntityCoverage,
  type KindCoverage,
  type Span,
} from '#shared/entities/coverage.ts';
import { LOG_KINDS } from '#shared/entities/log-kinds.ts';
import type { EventFilter } from '#shared/ipc/events.ts';
import type { EntityKind } from '#shared/records/kinds/entity.ts';
import { UNDATED } from '#shared/model/time.ts';
import { eachBit } from './bits.ts';
import type { Matches } from './matches.ts';
import type { TimeOrder } from './time-order.ts';

export interface CoverageParts {
  readonly matches: Matches;
  readonly order: TimeOrder;
}

/** Of the stretches without events so many are told. */
const GAPS = 3;

const both = (...queries: readonly string[]): string =>
  queries
    .filter((query) => query !== '')
    .map((query) => `(${query})`)
    .join(' ');

/** What there is about an entity in each kind of log that could speak of it. `query` finds its events. */
export async function entityCoverage(
  { matches, order }: CoverageParts,
  request: EventFilter & { readonly kind: EntityKind },
  signal?: AbortSignal,
): Promise<EntityCoverage> {
  const { kind, query, ...range } = request;
  const kinds: KindCoverage[] = [];
  // Opens the order of times as it is now.
  const everything = await matches.of({ query: '', ...range }, signal);
  const span = spanOf(order, range, everything.positions.bits);
  for (const log of LOG_KINDS) {
    if (!log.of.includes(kind)) continue;
    const own = await matches.of({ ...range, query: both(log.query, query) }, signal);
    const { total, bits } = own.positions;
    const there = stretches(order, bits, span);
    // Whether others have such events matters only where this one has none.
    const everywhere =
      total > 0
        ? total
        : (await matches.of({ ...range, query: both(log.query) }, signal)).positions.total;
    kinds.push({ id: log.id, events: total, everywhere, ...there });
  }
  return { ...(span !== undefined && { span }), kinds };
}

/** The range that was asked about, its open ends closed by the evidence. */
function spanOf(
  order: TimeOrder,
  { from, to }: Omit<EventFilter, 'query'>,
  bits: Uint32Array,
): Span | undefined {
  const ends = stretches(order, bits, undefined).span;
  const first = from ?? ends?.first;
  const last = to === undefined ? ends?.last : to - 1n;
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

/** First and last dated event, and the longest stretches between neighbours. */
function stretches(
  order: TimeOrder,
  bits: Uint32Array,
  whole: Span | undefined,
): Pick<KindCoverage, 'span' | 'gaps'> {
  const least = whole === undefined ? undefined : quiet(whole);
  const dated = order.before(UNDATED);
  let first: bigint | undefined;
  let last: bigint | undefined;
  let gaps: Span[] = [];
  eachBit(bits, (position) => {
    if (position >= dated) return;
    const time = order.timeAt(position);
    if (last !== undefined && least !== undefined && time - last >= least) {
      gaps.push({ first: last, last: time });
    }
    first ??= time;
    last = time;
  });
  gaps = gaps
    .sort((a, b) => (b.last - b.first > a.last - a.first ? 1 : -1))
    .slice(0, GAPS)
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  return { ...(first !== undefined && last !== undefined && { span: { first, last } }), gaps };
}
