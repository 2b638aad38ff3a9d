import type { TableOptions } from '#shared/ipc/evidence.ts';
import type { Head } from '../../parser.ts';
import type { DetectedEncoding } from '../../text/encoding.ts';
import { type TimeFormat, timeFormat } from '../../time/formats.ts';
import { type Column, columnOf, isHeader } from './columns.ts';
import { type DialectGuess, guessDialect, measure } from './dialect.ts';
import { headLines, statedDelimiter } from './head-records.ts';
import { type Layout, layoutOf } from './layouts.ts';
import { TableRecords } from './records.ts';
import { guessRoles, type Roles, rolesOf } from './roles.ts';
import { encodingOf } from './table-encoding.ts';

/** One clock of the table. */
export interface PlannedTime {
  readonly column: number;
  readonly format: TimeFormat | undefined;
  readonly meaning: string;
}

/** How a table is read: found from its head, and corrected by what the analyst confirmed. */
export interface TablePlan {
  readonly encoding: DetectedEncoding;
  readonly dialect: DialectGuess;
  readonly header: boolean;
  readonly columns: readonly Column[];
  readonly names: readonly string[];
  readonly layout: Layout | undefined;
  readonly times: readonly PlannedTime[];
  readonly roles: Roles;
  /** Records of the sample, the header among them, for the preview. */
  readonly sample: readonly (readonly string[])[];
  /** No date of the sample shows whether the day or the month comes first. */
  readonly orderUnknown: boolean;
}

const MAX_SAMPLE = 200;

/** Undefined when the head is no text, or no table. */
export function planTable(
  head: Pick<Head, 'bytes' | 'size'>,
  options: TableOptions = {},
): TablePlan | undefined {
  const encoding = encodingOf(head.bytes, options.encoding);
  if (encoding === undefined) return undefined;
  const lines = headLines(head, encoding);
  const delimiter = options.delimiter ?? statedDelimiter(head, encoding);
  const dialect = delimiter === undefined ? guessDialect(lines) : measure(lines, delimiter);
  const [first, ...rest] = dialect === undefined ? [] : sampleOf(lines, dialect);
  if (dialect === undefined || first === undefined) return undefined;
  const width = Math.max(first.length, dialect.width);
  const unnamed = Array.from({ length: width }, (_, i) => columnOf('', cellsOf(rest, i)));
  const layout = options.header === false ? undefined : layoutOf(first);
  const header = options.header ?? (layout !== undefined || isHeader(first, unnamed));
  const names = namesOf(header ? first : [], width);
  const columns = names.map((name, i) =>
    columnOf(header ? name : '', cellsOf(header ? rest : [first, ...rest], i)),
  );
  const named = columns.map((column, i) => ({ ...column, name: names[i] ?? '' }));
  const roles =
    layout === undefined
      ? guessRoles(named, header ? rest : [first, ...rest])
      : rolesOf(layout, names);
  return {
    encoding,
    dialect,
    header,
    columns: named,
    names,
    layout,
    times: timesOf(named, layout, roles, options.timeColumn),
    roles: {
      ...roles,
      ...(options.hostColumn !== undefined && { host: options.hostColumn }),
      ...(options.userColumn !== undefined && { user: options.userColumn }),
      ...(options.messageColumn !== undefined && { message: [options.messageColumn] }),
    },
    sample: [first, ...rest],
    orderUnknown: named.some(({ format }, i) => format === 'month-first' && isOpen(rest, i)),
  };
}

function sampleOf(lines: readonly string[], dialect: DialectGuess): string[][] {
  let at = -1;
  const records = new TableRecords(
    {
      text: '',
      offset: 0,
      length: 0,
      next() {
        Object.assign(this, { text: lines[++at] ?? '' });
        return at < lines.length;
      },
    },
    dialect.delimiter,
    dialect.quoting,
  );
  const sample: string[][] = [];
  while (sample.length <= MAX_SAMPLE && records.next())
    if (records.text.trim() !== '') sample.push(records.cells.slice(0, records.split.count));
  return sample;
}

const cellsOf = (records: readonly (readonly string[])[], column: number): string[] =>
  records.map((record) => record[column] ?? '');

/** Names as they stand; a column without one, or with one that was met, is named by its place. */
function namesOf(header: readonly string[], width: number): string[] {
  const met = new Set<string>();
  return Array.from({ length: width }, (_, i) => {
    const given = (header[i] ?? '').trim();
    const name = given === '' || met.has(given) ? `column-${i + 1}` : given;
    met.add(name);
    return name;
  });
}

/** No first number of the dates is above twelve, and no second: either may be the month. */
const isOpen = (records: readonly (readonly string[])[], column: number): boolean =>
  cellsOf(records, column).every((cell) => {
    const parts = /^(\d{1,2})[/-](\d{1,2})[/-]/.exec(cell.trim());
    return parts === null || (Number(parts[1]) <= 12 && Number(parts[2]) <= 12);
  });

function timesOf(
  columns: readonly Column[],
  layout: Layout | undefined,
  roles: Roles,
  chosen: number | undefined,
): PlannedTime[] {
  const planned = (column: number, meaning: string): PlannedTime => {
    const format = columns[column]?.format;
    return { column, meaning, format: format === undefined ? undefined : timeFormat(format) };
  };
  if (chosen !== undefined) return [planned(chosen, 'logged')];
  if (layout !== undefined)
    return layout.times.flatMap(({ column, meaning }) => {
      const index = columns.findIndex(({ name }) => name === column);
      return index < 0 ? [] : [planned(index, meaning)];
    });
  return roles.time === undefined ? [] : [planned(roles.time, 'logged')];
}
