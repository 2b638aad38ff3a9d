import type { EventFilter } from '#shared/ipc/events.ts';
import { eachBit, keepRange, noBits, setBit, type Bits } from './bits.ts';
import { cancelled, isAborted } from './database.ts';
import { filterKey, parseFilter } from './filter.ts';
import type { Matcher } from './matcher.ts';
import { PositionSet } from './position-set.ts';
import type { TimeOrder } from './time-order.ts';

const REMEMBERED = 12;

/** What a filter matches, as rows and in time order. */
export class Match {
  private set: PositionSet | undefined;
  private version = -1;
  private inRange: Bits | undefined;

  constructor(
    /** Matches of the query, whatever their time. */
    private readonly bits: Bits,
    private readonly filter: EventFilter,
    private readonly order: TimeOrder,
  ) {}

  /** Positions as they are now: to be used before anything is awaited, because events may come in between. */
  get positions(): PositionSet {
    if (this.set === undefined || this.version !== this.order.version) {
      const { from, to } = this.filter;
      const positions = this.order.positionsOf(this.bits);
      if (from !== undefined || to !== undefined) {
        const start = from === undefined ? 0 : this.order.before(from);
        const end = to === undefined ? this.order.count : this.order.before(to);
        keepRange(positions, start, end);
      }
      this.set = new PositionSet(positions);
      this.version = this.order.version;
      this.inRange = undefined;
    }
    return this.set;
  }

  /** Rows of the matches. */
  get rows(): Bits {
    const { positions } = this;
    if (this.filter.from === undefined && this.filter.to === undefined) return this.bits;
    if (this.inRange === undefined) {
      const rows = noBits(this.bits.length * 32);
      eachBit(positions.bits, (position) => setBit(rows, this.order.rowAt(position)));
      this.inRange = rows;
    }
    return this.inRange;
  }
}

/** Matches of filters, remembered until events or marks change. */
export class Matches {
  private readonly known = new Map<string, Promise<Match>>();
  private version = -1;

  constructor(
    private readonly matcher: Matcher,
    private readonly order: TimeOrder,
    private readonly rowsVersion: () => number,
  ) {}

  forget(): void {
    this.known.clear();
    this.matcher.forget();
  }

  /** @throws FailureError invalid-query, cancelled */
  of(filter: EventFilter, signal?: AbortSignal): Promise<Match> {
    // Most answers come from memory, where nothing else would notice.
    if (isAborted(signal)) return Promise.reject(cancelled());
    this.order.settle();
    if (this.version !== this.rowsVersion()) {
      this.known.clear();
      this.version = this.rowsVersion();
    }
    const key = filterKey(filter);
    const known = this.known.get(key);
    if (known !== undefined) return known.catch(() => this.find(filter, signal));
    const found = this.find(filter, signal);
    this.known.set(key, found);
    found.catch(() => {
      if (this.known.get(key) === found) this.known.delete(key);
    });
    for (const old of [...this.known.keys()].slice(0, -REMEMBERED)) this.known.delete(old);
    return found;
  }

  private async find(filter: EventFilter, signal?: AbortSignal): Promise<Match> {
    return new Match(await this.matcher.rows(parseFilter(filter), signal), filter, this.order);
  }
}
