import {
  EVENTS_PER_EVIDENCE,
  evidenceOfKey,
  type EventKey,
  type EvidenceIndex,
} from '#shared/model/ids.ts';
import { noBits, setRange, type Bits } from './bits.ts';

/** A run of rows of one file: rows `row` … are its events `n` …; their lines lie at `position` of the lines file. */
export interface Extent {
  readonly row: number;
  readonly rows: number;
  readonly evidence: EvidenceIndex;
  readonly n: number;
  readonly position: number;
  readonly textBytes: number;
  readonly sketchBytes: number;
  /** Names that stand in the fields of its events; undefined for too many. */
  readonly fields: ReadonlySet<string> | undefined;
}

/** Which rows there are and whose. Rows of a file that was taken out leave a gap. */
export class Extents {
  /** By row. */
  private list: Extent[] = [];
  /** By n. */
  private readonly ofEvidence = new Map<EvidenceIndex, Extent[]>();
  /** Rises with every change. */
  version = 0;
  /** Above every row there is or was since the store was opened. */
  size = 0;
  /** Rows that are there. */
  count = 0;

  get all(): readonly Extent[] {
    return this.list;
  }

  add(extents: readonly Extent[]): void {
    for (const extent of extents) {
      this.list.push(extent);
      this.size = Math.max(this.size, extent.row + extent.rows);
      this.count += extent.rows;
      const own = this.ofEvidence.get(extent.evidence);
      if (own === undefined) this.ofEvidence.set(extent.evidence, [extent]);
      else own.push(extent);
    }
    // Commits end in the order of their rows, and rows are given out in the order of a file's events.
    if (this.list.some((extent, i) => i > 0 && extent.row < (this.list[i - 1]?.row ?? 0))) {
      this.list.sort((a, b) => a.row - b.row);
    }
    this.version++;
  }

  /** Those of a file, by n. */
  of(evidence: EvidenceIndex): readonly Extent[] {
    return this.ofEvidence.get(evidence) ?? [];
  }

  remove(evidence: EvidenceIndex): void {
    this.count -= this.of(evidence).reduce((sum, { rows }) => sum + rows, 0);
    this.ofEvidence.delete(evidence);
    this.list = this.list.filter((extent) => extent.evidence !== evidence);
    this.version++;
  }

  /** Place in `all` of the run that holds a row, or -1. */
  indexOf(row: number): number {
    let [low, high] = [0, this.list.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const extent = this.list[middle] as Extent;
      if (row < extent.row) high = middle - 1;
      else if (row >= extent.row + extent.rows) low = middle + 1;
      else return middle;
    }
    return -1;
  }

  at(row: number): Extent | undefined {
    return this.list[this.indexOf(row)];
  }

  /** -1 for a row that is not there. */
  keyOf(row: number): EventKey {
    const extent = this.at(row);
    return (
      extent === undefined
        ? -1
        : extent.evidence * EVENTS_PER_EVIDENCE + extent.n + row - extent.row
    ) as EventKey;
  }

  rowOf(key: EventKey): number | undefined {
    const own = this.of(evidenceOfKey(key));
    const n = key % EVENTS_PER_EVIDENCE;
    let [low, high] = [0, own.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const extent = own[middle] as Extent;
      if (n < extent.n) high = middle - 1;
      else if (n >= extent.n + extent.rows) low = middle + 1;
      else return extent.row + n - extent.n;
    }
    return undefined;
  }

  /** All rows that are there. */
  live(): Bits {
    const bits = noBits(this.size);
    for (const { row, rows } of this.list) setRange(bits, row, row + rows);
    return bits;
  }

  rowsOf(evidences: ReadonlySet<EvidenceIndex>): Bits {
    const bits = noBits(this.size);
    for (const { row, rows, evidence } of this.list) {
      if (evidences.has(evidence)) setRange(bits, row, row + rows);
    }
    return bits;
  }
}
