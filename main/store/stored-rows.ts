import type { Category, EventRow, Level, MarkedRow } from '#shared/model/event.ts';
import { eventId, eventKey, type Sha256 } from '#shared/model/ids.ts';
import { UNDATED, type Instant, type Precision, type ZoneBasis } from '#shared/model/time.ts';
import { CODED_COLUMNS, type CodedName } from '../parse/event-batch.ts';
import { markedRows } from './annotations.ts';
import { hasBit, type Bits } from './bits.ts';
import type { Database } from './database.ts';
import type { EvidenceNames } from './evidence-names.ts';
import type { Extent, Extents } from './extents.ts';
import type { Line } from './line-coding.ts';
import type { LinesFile } from './lines-file.ts';
import { CODED } from './schema.ts';
import type { Terms } from './terms.ts';

export interface Marks {
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  readonly onBoard: boolean;
  readonly inFinding: boolean;
}

/** While they are gathered. */
interface OwnMarks extends Marks {
  readonly tags: string[];
  readonly notes: string[];
  onBoard: boolean;
  inFinding: boolean;
}

const NO_MARKS: Marks = { tags: [], notes: [], onBoard: false, inFinding: false };

/** Gives rows as the grid shows them, from the lines file, with the analyst's marks on them. */
export class StoredRows {
  /** Rows that bear a mark, once somebody asked. */
  private marked: Promise<Bits> | undefined;

  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly lines: LinesFile;
      readonly extents: Extents;
      readonly terms: Terms;
      readonly names: EvidenceNames;
    },
  ) {}

  /** In the order asked for; rows that are gone are left out. */
  async read(
    rows: readonly number[],
    signal?: AbortSignal,
  ): Promise<
    readonly { readonly row: number; readonly event: MarkedRow; readonly marks: Marks }[]
  > {
    const { extents, lines } = this.parts;
    const places = rows.flatMap((row) => {
      const extent = extents.at(row);
      return extent === undefined ? [] : [{ row, extent }];
    });
    const [read, marks] = await Promise.all([lines.read(places), this.marks(rows, signal)]);
    return places.map(({ row, extent }, i) => {
      const own = marks.get(row) ?? NO_MARKS;
      const event = {
        ...this.event(row, extent, read[i] as Line),
        tags: own.tags,
        noted: own.notes.length > 0,
        onBoard: own.onBoard,
        inFinding: own.inFinding,
      };
      return { row, event, marks: own };
    });
  }

  private event(row: number, extent: Extent, line: Line): EventRow {
    const { terms, names } = this.parts;
    const { evidence } = extent;
    const coded = (name: CodedName): string | undefined =>
      terms.text(CODED[name], line.codes[CODED_COLUMNS.indexOf(name)] ?? 0);
    const { offset, ordinal, record } = line;
    const time = line.time as Instant;
    return {
      key: eventKey(evidence, extent.n + row - extent.row),
      id: eventId(names.of(evidence)?.sha256 ?? ('' as Sha256), offset, ordinal),
      evidence,
      offset,
      length: line.length,
      ...optional('record', record < 0 ? undefined : record),
      ordinal,
      ...optional('time', time === UNDATED ? undefined : time),
      ...optional('timeOriginal', line.timeOriginal === '' ? undefined : line.timeOriginal),
      timeMeaning: coded('timeMeaning') ?? 'logged',
      precision: (coded('precision') ?? 's') as Precision,
      zone: (coded('zone') ?? 'none') as ZoneBasis,
      category: (coded('category') ?? 'other') as Category,
      ...optional('action', coded('action')),
      ...optional('outcome', coded('outcome') as EventRow['outcome']),
      ...optional('level', coded('level') as Level | undefined),
      ...optional('host', coded('host')),
      ...optional('user', coded('user')),
      ...optional('sourceIp', coded('sourceIp')),
      ...optional('destinationIp', coded('destinationIp')),
      ...optional('process', coded('process')),
      ...optional('code', coded('code')),
      ...optional('channel', coded('channel')),
      ...optional('provider', coded('provider')),
      message: line.message,
      recovered: line.recovered,
    };
  }

  /** Marks changed. */
  forgetMarks(): void {
    this.marked = undefined;
  }

  private markedRows(): Promise<Bits> {
    if (this.marked === undefined) {
      const asked = markedRows(this.parts.database, this.parts.extents.size);
      this.marked = asked;
      asked.catch(() => {
        if (this.marked === asked) this.marked = undefined;
      });
    }
    return this.marked;
  }

  /** One question to the annotations, however many rows; none when no row bears a mark. */
  private async marks(
    rows: readonly number[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<number, Marks>> {
    const marks = new Map<number, OwnMarks>();
    const marked = await this.markedRows();
    const some = rows.filter((row) => hasBit(marked, row));
    if (some.length === 0) return marks;
    const found = await this.parts.database.rows(
      {
        text: `SELECT "row", kind, value, text FROM annotation WHERE kind <> 'reviewed'
          AND "row" IN (SELECT unnest(string_split($1, ' '))::UINTEGER) ORDER BY value`,
        params: [some.join(' ')],
      },
      signal,
    );
    for (const { row, kind, value, text } of found) {
      const own = marks.get(Number(row)) ?? { ...NO_MARKS, tags: [], notes: [] };
      marks.set(Number(row), own);
      if (kind === 'tag') own.tags.push(String(value));
      else if (kind === 'note') own.notes.push(String(text));
      else if (kind === 'finding') own.inFinding = true;
      else own.onBoard = true;
    }
    return marks;
  }
}

const optional = <K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { [P in K]?: V });
