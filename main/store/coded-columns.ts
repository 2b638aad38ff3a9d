import type { Database } from './database.ts';
import type { Extents } from './extents.ts';
import { quoted, type CodedColumnName } from './schema.ts';
import { isAddress, type Terms } from './terms.ts';

/** A code for each row. As narrow as its dictionary allows. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Bytes of columns that are kept in memory; what was used longest ago goes first. */
const BUDGET = 160 * 1024 * 1024;

interface Column {
  codes: Codes;
  /** Rows that are read. */
  size: number;
}

/** Coded columns as arrays, read from the database when they are asked for and continued as rows come in. */
export class CodedColumns {
  private readonly columns = new Map<CodedColumnName, Column>();
  private readonly reading = new Map<CodedColumnName, Promise<Codes>>();

  constructor(
    private readonly database: Database,
    private readonly extents: Extents,
    private readonly terms: Terms,
  ) {}

  /** Covers all rows that are there now; cells of rows that are not are 0. */
  async get(name: CodedColumnName, signal?: AbortSignal): Promise<Codes> {
    const { size } = this.extents;
    for (;;) {
      const known = this.columns.get(name);
      if (known !== undefined && known.size >= size) {
        this.columns.delete(name);
        this.columns.set(name, known);
        return known.codes;
      }
      const others = this.reading.get(name);
      if (others !== undefined) {
        // Whether theirs was cancelled is their matter: then it is read for us.
        await others.catch(() => undefined);
        continue;
      }
      const reading = this.read(name, known, size, signal);
      this.reading.set(name, reading);
      try {
        await reading;
      } finally {
        this.reading.delete(name);
      }
    }
  }

  private async read(
    name: CodedColumnName,
    known: Column | undefined,
    size: number,
    signal?: AbortSignal,
  ): Promise<Codes> {
    const codes = this.room(name, known, size);
    const from = known?.size ?? 0;
    await this.database.words(
      {
        text: `SELECT "row", ${quoted(name)} FROM event WHERE "row" >= $1 AND "row" < $2`,
        params: [BigInt(from), BigInt(size)],
      },
      [1, 1],
      ([rows, cells]) => {
        if (rows === undefined || cells === undefined) return;
        for (let i = 0; i < rows.length; i++) codes[rows[i] as number] = cells[i] as number;
      },
      signal,
    );
    this.columns.delete(name);
    this.columns.set(name, { codes, size });
    let bytes = 0;
    for (const [other, column] of [...this.columns].reverse()) {
      bytes += column.codes.byteLength;
      if (bytes > BUDGET && other !== name) this.columns.delete(other);
    }
    return codes;
  }

  private room(name: CodedColumnName, known: Column | undefined, size: number): Codes {
    const terms = this.terms.size(name);
    const width = isAddress(name) || terms > 0xffff ? 4 : terms > 0xff ? 2 : 1;
    const old = known?.codes;
    if (old !== undefined && old.length >= size && old.BYTES_PER_ELEMENT >= width) return old;
    const Kind = width === 4 ? Uint32Array : width === 2 ? Uint16Array : Uint8Array;
    const codes = new Kind(old === undefined ? size : Math.ceil(size * 1.25));
    if (old !== undefined) codes.set(old.subarray(0, known?.size));
    return codes;
  }
}
