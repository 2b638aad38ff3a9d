import type { EventFilter, Rhythm } from '#shared/ipc/events.ts';
import { UNDATED } from '#shared/model/time.ts';
import { binWidthFor, floorTo } from './bin-width.ts';
import { eachBit } from './bits.ts';
import type { Matches } from './matches.ts';
import type { TimeOrder } from './time-order.ts';

interface RhythmRequest extends EventFilter {
  /** Of a window, ns; chosen by the span of the matches when absent. */
  readonly width?: bigint;
  readonly limit: number;
}

/** Windows that the span of the matches is cut into, unless their width is given. */
const WINDOWS = 1_000;

/** Where the matches fall silent, and where they crowd: exact, from the order of all events by time. */
export async function rhythm(
  parts: { readonly matches: Matches; readonly order: TimeOrder },
  { width: asked, limit, ...filter }: RhythmRequest,
  signal?: AbortSignal,
): Promise<Rhythm> {
  const { order } = parts;
  const { positions } = await parts.matches.of(filter, signal);
  const end = order.before(UNDATED);
  const dated = positions.rank(end);
  const undated = positions.total - dated;
  const first = order.timeAt(positions.slice(0, 1)[0] ?? 0);
  const last = order.timeAt(positions.slice(Math.max(0, dated - 1), 1)[0] ?? 0);
  const width = asked ?? (dated === 0 ? 1_000_000_000n : binWidthFor(first, last, WINDOWS));
  if (dated === 0) return { silences: [], bursts: [], width, windows: 0, dated, undated };

  const silences = new Longest<{ from: bigint; to: bigint }, bigint>(limit);
  const bursts = new Longest<{ from: bigint; count: number }, number>(limit);
  let [before, start, count, windows] = [first, floorTo(first, width), 0, 0];
  const closeWindow = (): void => {
    windows++;
    if (bursts.takes(count)) bursts.add(count, { from: start, count });
  };
  eachBit(positions.bits, (position) => {
    if (position >= end) return;
    const time = order.timeAt(position);
    const silence = time - before;
    if (silence > 0n && silences.takes(silence)) silences.add(silence, { from: before, to: time });
    before = time;
    if (time >= start + width) {
      closeWindow();
      start = floorTo(time, width);
      count = 0;
    }
    count++;
  });
  closeWindow();
  return {
    silences: silences.items,
    bursts: bursts.items,
    width,
    windows,
    dated,
    undated,
    first,
    last,
  };
}

/** The largest few of many; of equals, those that came first. */
class Longest<T, Size extends bigint | number> {
  readonly #kept: { readonly size: Size; readonly item: T }[] = [];

  constructor(private readonly limit: number) {}

  get items(): readonly T[] {
    return this.#kept.map(({ item }) => item);
  }

  takes(size: Size): boolean {
    const least = this.#kept.at(-1);
    return this.#kept.length < this.limit || (least !== undefined && size > least.size);
  }

  add(size: Size, item: T): void {
    const at = this.#kept.findIndex((known) => known.size < size);
    this.#kept.splice(at < 0 ? this.#kept.length : at, 0, { size, item });
    if (this.#kept.length > this.limit) this.#kept.pop();
  }
}
