import type { Issues } from './issues.ts';

interface Range {
  readonly first: number;
  readonly last: number;
  /** File offset of the chunk. */
  readonly offset: number;
}

/** A log whose numbers jump more often than this is not one that Windows kept; its gaps mean nothing. */
const MAX_RANGES = 1 << 17;

/** The runs of consecutive record numbers met. Windows numbers without gaps, so a gap is records that are gone. */
export class RecordRanges {
  readonly #ranges: Range[] = [];
  readonly #recovered = new Set<number>();

  add(first: number, last: number, offset: number): void {
    if (this.#ranges.length < MAX_RANGES) this.#ranges.push({ first, last, offset });
  }

  /** A record found outside its regular place. */
  addRecovered(record: number): void {
    if (this.#recovered.size < MAX_RANGES) this.#recovered.add(record);
  }

  reportGaps(issues: Issues): void {
    if (this.#ranges.length >= MAX_RANGES) return;
    this.#ranges.sort((a, b) => a.first - b.first || a.last - b.last);
    let last = this.#ranges[0]?.last ?? 0;
    for (const range of this.#ranges) {
      if (range.first > last + 1)
        issues.report(
          'evtx-record-gap',
          'warning',
          `Record numbers ${last + 1} to ${range.first - 1} (${range.first - 1 - last}) are missing between the records of this file${this.#refound(last + 1, range.first - 1)}.`,
          { offset: range.offset, record: last + 1 },
        );
      last = Math.max(last, range.last);
    }
  }

  #refound(first: number, last: number): string {
    let count = 0;
    for (const record of this.#recovered) if (record >= first && record <= last) count++;
    if (count === 0) return '';
    return count === last - first + 1
      ? '; all of them were recovered'
      : `; ${count} of them were recovered`;
  }

  /** The highest number met, or -1. */
  get highest(): number {
    return this.#ranges.reduce((highest, { last }) => Math.max(highest, last), -1);
  }
}
