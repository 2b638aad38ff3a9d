import { noBits, type Bits } from './bits.ts';
import type { CodedColumns } from './coded-columns.ts';
import type { Terms } from './terms.ts';
import type { TimeOrder } from './time-order.ts';

/** For each category the positions of its events in time order: histograms are counted from them. */
export class Categories {
  private found: ReadonlyMap<string, Bits> = new Map();
  private version = -1;

  constructor(
    private readonly columns: CodedColumns,
    private readonly terms: Terms,
    private readonly order: TimeOrder,
  ) {}

  /** Good until something is awaited. */
  async positions(signal?: AbortSignal): Promise<ReadonlyMap<string, Bits>> {
    while (this.version !== this.order.version) {
      const { version } = this.order;
      const codes = await this.columns.get('category', signal);
      // Events may have come in meanwhile.
      if (version !== this.order.version) continue;
      const { rows, count } = this.order;
      const sets = Array.from({ length: this.terms.size('category') }, () => noBits(count));
      for (let position = 0; position < count; position++) {
        const set = sets[codes[rows[position] as number] as number] as Bits;
        const word = position >>> 5;
        set[word] = (set[word] as number) | (1 << (position & 31));
      }
      this.found = new Map(
        sets.map((bits, code) => [this.terms.text('category', code) ?? 'other', bits]),
      );
      this.version = version;
    }
    return this.found;
  }
}
