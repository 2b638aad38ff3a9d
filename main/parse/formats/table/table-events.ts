import type { FieldValue } from '#shared/model/event.ts';
import { FieldList } from '../../field-list.ts';
import { type ParseContext, type ParsedEvent, type Sink, blankEvent } from '../../parser.ts';
import { ipOf } from '../../text/ip.ts';
import { levelNamed } from '../../text/level-names.ts';
import { listedPath } from '../../text/listed-path.ts';
import { numberOr } from '../../text/number.ts';
import { EventClock } from '../../time/event-clock.ts';
import { readAudit } from './audit-data.ts';
import type { TablePlan } from './plan.ts';
import type { TableRecords } from './records.ts';
import { TableTime } from './table-time.ts';

/** Characters of a record shown as its message when no column is one. */
const MAX_MESSAGE = 2_000;

/** Makes events of the records of a table. */
export class TableEvents {
  readonly #event: ParsedEvent = blankEvent();
  readonly #fields = new FieldList();
  readonly #clock: EventClock;
  readonly #time: TableTime;
  readonly #ragged = { count: 0, first: 0 };
  readonly #undated = { count: 0, first: 0 };

  constructor(
    private readonly plan: TablePlan,
    private readonly out: Sink,
    context: ParseContext,
  ) {
    this.#clock = new EventClock(context);
    this.#time = new TableTime(plan, this.#clock);
  }

  record(record: TableRecords): void {
    const { count, escaped } = record.split;
    const { cells } = record;
    cells.length = count;
    const event = this.#event;
    const { names, layout, times } = this.plan;
    if (count !== names.length && this.#ragged.count++ === 0) this.#ragged.first = record.offset;
    event.offset = record.offset;
    event.length = record.length;
    // The record as it stands holds every cell as it reads, unless quotes in it are doubled.
    event.searchText = escaped ? undefined : record.text;
    this.#fields.clear();
    for (let i = 0; i < count; i++) {
      const cell = cells[i] as string;
      if (cell !== '' && i !== this.plan.roles.json)
        this.#fields.put(names[i] ?? `column-${i + 1}`, numberOr(cell));
    }
    this.#setNames(event, record);
    this.#putFile(cells);
    this.#fields.give(event);
    this.out.record();
    let dated = false;
    for (let i = 0; i < times.length; i++) {
      const time = times[i];
      if (time === undefined || !this.#begin(event, i) || !this.#time.set(event, time, cells))
        continue;
      dated = true;
      event.timeMeaning = this.#at(cells, this.plan.roles.meaning) ?? time.meaning;
      this.out.event(event);
      if (layout?.every !== true) return;
    }
    if (dated) return;
    this.#begin(event, 0);
    event.timeMeaning = 'logged';
    if (times.length > 0 && this.#undated.count++ === 0) this.#undated.first = record.offset;
    this.out.event(event);
  }

  finish(records: TableRecords): void {
    this.#clock.report(this.out);
    this.#report('table-ragged', this.#ragged, 'Records with more or fewer cells than the table');
    this.#report('table-undated', this.#undated, 'Records without a time that can be read');
    this.#report('table-bad-quotes', records.badQuotes, 'Records with quotes out of place');
    if (this.plan.orderUnknown)
      this.out.issue({
        code: 'table-date-order',
        severity: 'warning',
        blame: 'evidence',
        message:
          'Nothing in the first records shows whether dates begin with the month or the day; they were read month first.',
      });
  }

  #report(code: string, { count, first }: { count: number; first: number }, what: string): void {
    if (count > 0)
      this.out.issue({
        code,
        severity: 'warning',
        blame: 'evidence',
        offset: first,
        message: `${what}, kept as they are, the first here: ${count}.`,
      });
  }

  /** Several clocks of one record are told apart by the ordinal. */
  #begin(event: ParsedEvent, ordinal: number): true {
    event.ordinal = this.plan.layout?.every === true ? ordinal : 0;
    event.time = undefined;
    event.timeOriginal = undefined;
    event.precision = 's';
    event.zone = 'none';
    return true;
  }

  #at(cells: readonly string[], column: number | undefined): string | undefined {
    if (column === undefined) return undefined;
    const cell = (cells[column] ?? '').trim();
    return cell === '' || cell === '-' ? undefined : cell;
  }

  #setNames(event: ParsedEvent, record: TableRecords): void {
    const { roles } = this.plan;
    const { cells } = record;
    event.host = this.#at(cells, roles.host);
    event.user = this.#at(cells, roles.user);
    event.process = this.#at(cells, roles.process);
    event.code = this.#at(cells, roles.code);
    event.channel = this.#at(cells, roles.channel);
    event.provider = this.#at(cells, roles.provider);
    event.action = this.#at(cells, roles.action);
    event.level = levelNamed(this.#at(cells, roles.level) ?? '');
    event.sourceIp = ipOf(this.#at(cells, roles.sourceIp) ?? '');
    event.destinationIp = ipOf(this.#at(cells, roles.destinationIp) ?? '');
    event.outcome = undefined;
    const number = numberOr(this.#at(cells, roles.record) ?? '');
    event.record = typeof number === 'number' ? number : undefined;
    event.message = this.#message(record);
    if (event.searchText !== undefined && (this.plan.roles.message?.length ?? 0) > 1)
      event.searchText = `${event.searchText}\n${event.message}`;
    if (roles.json !== undefined) this.#readJson(event, cells[roles.json] ?? '', roles.json);
  }

  #message({ cells, text }: TableRecords): string {
    const columns = this.plan.roles.message;
    const parts = columns
      ?.map((column) => this.#at(cells, column))
      .filter((part) => part !== undefined);
    if (parts !== undefined && parts.length > 0)
      return [...new Set(parts)].join(this.plan.layout?.joint ?? ' · ');
    return text.length > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) : text;
  }

  #putFile(cells: readonly string[]): void {
    const { layout, names, roles } = this.plan;
    const parts = roles.file?.map((column) => this.#at(cells, column));
    if (layout === undefined || parts === undefined || parts.includes(undefined)) return;
    const mode = cells[names.indexOf('Mode')] ?? '';
    // MFTECmd writes the root of the volume as a dot.
    const path = listedPath(parts.join(layout.joint ?? ''), mode).replace(/^\.(?=\\)/, '');
    this.#fields.put(layout.listing === true ? 'file.listed' : 'file.path', path);
  }

  /** A cell that holds a JSON object becomes fields within a field; one that is none stays text. */
  #readJson(event: ParsedEvent, cell: string, column: number): void {
    const name = this.plan.names[column] ?? `column-${column + 1}`;
    const data = objectOf(cell);
    this.#fields.put(name, data ?? (cell === '' ? undefined : cell));
    if (data !== undefined) readAudit(data, event);
  }
}

function objectOf(cell: string): { readonly [key: string]: FieldValue } | undefined {
  if (!cell.startsWith('{')) return undefined;
  try {
    return JSON.parse(cell) as { readonly [key: string]: FieldValue };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
