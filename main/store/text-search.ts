import { noBits, setBit, type Bits } from './bits.ts';
import type { Database, Param } from './database.ts';
import type { Extents } from './extents.ts';
import type { LinesFile } from './lines-file.ts';
import { BLOCK_ROWS, GRAM, gramsOf, mayHold } from './sketch.ts';
import { Turns } from './turns.ts';

/** Rows `from` … `to - 1`. */
interface Range {
  readonly from: number;
  to: number;
}

/** Rows from the first to the last range of one statement: about a row group, outside of which nothing is looked at. */
const SPAN = 122_880;
/** Beyond, or beyond half of all rows, reading everything is no slower. */
const MOST_RANGES = 480;

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
   * @param required folded text that every match has among its visible texts; '' when there is none
   */
  async rows(
    condition: string,
    params: readonly Param[],
    required: string,
    signal?: AbortSignal,
  ): Promise<Bits> {
    const bits = noBits(this.extents.size);
    const ranges = await this.candidates(required);
    for (const some of ranges === undefined ? [undefined] : together(ranges)) {
      const within = some === undefined ? '' : `${conditionOf(some)} AND `;
      await this.database.words(
        { text: `SELECT "row" FROM event WHERE ${within}${condition}`, params },
        [1],
        ([rows]) => {
          if (rows === undefined) return;
          for (let i = 0; i < rows.length; i++) setBit(bits, rows[i] as number);
        },
        signal,
      );
    }
    return bits;
  }

  /** Undefined: anywhere. */
  private candidates(required: string): Promise<readonly Range[] | undefined> {
    if (Buffer.byteLength(required) < GRAM) return Promise.resolve(undefined);
    const grams = gramsOf(required);
    // One at a time, because they share the buffer.
    return this.turns.take(() => this.look(grams));
  }

  private async look(grams: Uint32Array): Promise<readonly Range[] | undefined> {
    const ranges: Range[] = [];
    let rows = 0;
    for (const extent of this.extents.all) {
      if (extent.sketchBytes > this.buffer.length) {
        this.buffer = Buffer.allocUnsafeSlow(Math.ceil(extent.sketchBytes * 1.25));
      }
      const sketches = await this.lines.sketches(extent, this.buffer);
      mayHold(sketches, grams, (block) => {
        const from = extent.row + block * BLOCK_ROWS;
        const to = Math.min(from + BLOCK_ROWS, extent.row + extent.rows);
        rows += to - from;
        const last = ranges.at(-1);
        if (last?.to === from) last.to = to;
        else ranges.push({ from, to });
      });
    }
    return ranges.length > MOST_RANGES || rows * 2 > this.extents.count ? undefined : ranges;
  }
}

/** Ranges that lie near one another, for one statement each. */
function together(ranges: readonly Range[]): readonly (readonly Range[])[] {
  const groups: Range[][] = [];
  for (const range of ranges) {
    const group = groups.at(-1);
    if (group !== undefined && range.to - (group[0]?.from ?? 0) <= SPAN) group.push(range);
    else groups.push([range]);
  }
  return groups;
}

/** Numbers of our own. The outer bounds let the database pass over whole row groups by their extremes. */
function conditionOf(ranges: readonly Range[]): string {
  const [first, last] = [ranges[0]?.from ?? 0, (ranges.at(-1)?.to ?? 0) - 1];
  const bounds = `"row" >= ${first} AND "row" <= ${last}`;
  if (ranges.length === 1) return bounds;
  return `${bounds} AND (${ranges.map(({ from, to }) => `"row" BETWEEN ${from} AND ${to - 1}`).join(' OR ')})`;
}
