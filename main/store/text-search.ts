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

/** Ranges in one statement; the database checks them all for every vector. */
const RANGES_AT_ONCE = 48;
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
    const queries: (readonly Range[] | undefined)[] = ranges === undefined ? [undefined] : [];
    for (let i = 0; i < (ranges?.length ?? 0); i += RANGES_AT_ONCE) {
      queries.push(ranges?.slice(i, i + RANGES_AT_ONCE));
    }
    for (const some of queries) {
      // Numbers of our own.
      const within =
        some === undefined
          ? ''
          : `(${some.map(({ from, to }) => `"row" BETWEEN ${from} AND ${to - 1}`).join(' OR ')}) AND `;
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
