import { andInto, countBits, noBits, setBit, setRange, type Bits } from './bits.ts';
import type { Database, Param } from './database.ts';
import type { Extent, Extents } from './extents.ts';
import type { LinesFile } from './lines-file.ts';
import { BLOCK_ROWS, GRAM, gramsOf, mayHold } from './sketch.ts';
import { Turns } from './turns.ts';

/** What SQL is asked about rows. */
export interface RowTest {
  /** What is cheap to ask of a row, asked first; one at least of the two is there. */
  readonly first?: string;
  /** What is asked of the rest, about one column only. */
  readonly rest?: { readonly column: string; readonly condition: string };
  readonly params: readonly Param[];
  /** Folded text that every match has among its visible texts; '' when there is none. */
  readonly required: string;
  /** Names of which every match has one in its fields; absent when it needs none. */
  readonly names?: readonly string[];
}

export interface FoundRows {
  readonly rows: Bits;
  /** False when only rows that were asked about were looked at. */
  readonly whole: boolean;
}

/** Vectors of the database: what it unpacks at once. In words of a bitmap. */
const VECTOR_WORDS = 2_048 / 32;
/** So many vectors are read as fast as fewer are chosen. */
const FEW_VECTORS = 64;

/** Is a folded text long enough to be looked up, so that only blocks that may hold it are read? */
export const canLookUp = (required: string): boolean => Buffer.byteLength(required) >= GRAM;

/** Finds rows by what their texts say, reading only blocks that may hold it. */
export class TextSearch {
  private buffer: Buffer = Buffer.alloc(0);
  private readonly turns = new Turns();

  constructor(
    private readonly database: Database,
    private readonly extents: Extents,
    private readonly lines: LinesFile,
  ) {}

  /**
   * Rows for which SQL says yes.
   * @param within the only rows that matter. Others are looked at as well where that costs little more, because an
   * answer about all rows can be remembered
   */
  async rows(test: RowTest, signal?: AbortSignal, within?: Bits): Promise<FoundRows> {
    const { params } = test;
    const { size } = this.extents;
    const rows = noBits(size);
    let candidates = await this.candidates(test);
    let whole = true;
    if (within !== undefined) {
      const narrowed = candidates?.slice() ?? this.extents.live();
      andInto(narrowed, within);
      const all = candidates === undefined ? Math.ceil(size / 2_048) : vectorsOf(candidates);
      if (all > FEW_VECTORS && vectorsOf(narrowed) * 4 < all) {
        candidates = narrowed;
        whole = false;
      }
    }
    if (candidates !== undefined && countBits(candidates) === 0) return { rows, whole };
    await this.database.words(
      {
        text: statement(test, candidates === undefined ? undefined : `$${params.length + 1}`),
        params: candidates === undefined ? params : [...params, candidates],
      },
      [1],
      ([found]) => {
        if (found === undefined) return;
        for (let i = 0; i < found.length; i++) {
          const row = found[i] as number;
          // Rows that are just coming in are for those who ask later.
          if (row < size) setBit(rows, row);
        }
      },
      signal,
    );
    return { rows, whole };
  }

  /** Rows of the blocks that may pass; undefined: all. */
  private candidates({ required, names }: RowTest): Promise<Bits | undefined> {
    const all = this.extents.all;
    const some = all.filter(
      ({ fields }) =>
        names === undefined || fields === undefined || names.some((n) => fields.has(n)),
    );
    // One at a time, because they share the buffer.
    if (canLookUp(required)) return this.turns.take(() => this.look(some, gramsOf(required)));
    if (some.length === all.length) return Promise.resolve(undefined);
    const rows = noBits(this.extents.size);
    for (const extent of some) setRange(rows, extent.row, extent.row + extent.rows);
    return Promise.resolve(rows);
  }

  private async look(extents: readonly Extent[], grams: Uint32Array): Promise<Bits> {
    const candidates = noBits(this.extents.size);
    for (const extent of extents) {
      if (extent.sketchBytes > this.buffer.length) {
        this.buffer = Buffer.allocUnsafeSlow(Math.ceil(extent.sketchBytes * 1.25));
      }
      const sketches = await this.lines.sketches(extent, this.buffer);
      mayHold(sketches, grams, (block) => {
        const from = extent.row + block * BLOCK_ROWS;
        setRange(candidates, from, Math.min(from + BLOCK_ROWS, extent.row + extent.rows));
      });
    }
    return candidates;
  }
}

/** @param chosen the parameter that says which rows are asked about, where not all are */
function statement({ first, rest }: RowTest, chosen: string | undefined): string {
  const bit = chosen === undefined ? [] : [`get_bit(${chosen}, "row"::INTEGER) = 1`];
  const early = [...bit, ...(first === undefined ? [] : [first])].join(' AND ');
  if (rest === undefined) return `SELECT "row" FROM event WHERE ${early}`;
  const { column, condition } = rest;
  if (early === '') return `SELECT "row" FROM event WHERE ${condition}`;
  // The database would try expressions and JSON on every row, before any other condition; not so through an UNNEST.
  return `SELECT "row" FROM (SELECT "row", unnest([${column}]) AS ${column} FROM event WHERE ${early}) WHERE ${condition}`;
}

/** Vectors with any of these rows. */
function vectorsOf(rows: Bits): number {
  let vectors = 0;
  for (let from = 0; from < rows.length; from += VECTOR_WORDS) {
    const end = Math.min(from + VECTOR_WORDS, rows.length);
    for (let w = from; w < end; w++) {
      if (rows[w] === 0) continue;
      vectors++;
      break;
    }
  }
  return vectors;
}
