import type { ParserId } from '#shared/model/ids.ts';
import { FieldList } from '../../field-list.ts';
import {
  type ParseContext,
  type ParsedEvent,
  type Parser,
  type Sink,
  blankEvent,
} from '../../parser.ts';
import { decodeHead, detectEncoding } from '../../text/encoding.ts';
import { ipOf } from '../../text/ip.ts';
import { LineReader } from '../../text/line-reader.ts';
import { numberOr } from '../../text/number.ts';
import { EventClock } from '../../time/event-clock.ts';
import { readIso } from '../../time/iso.ts';
import { blankStamp } from '../../time/stamp.ts';
import { type Columns, columnsOf, splitValues } from './columns.ts';

const FIELDS = /^#Fields:\s/m;

export const parser: Parser = {
  id: 'w3c' as ParserId,
  version: 1,
  title: 'W3C extended log (IIS, Windows Firewall)',
  spec: 'W3C Working Draft WD-logfile-960323; Microsoft IIS and Windows Firewall log files',
  zone: 'local',
  fields: {
    'url.path': ['cs-uri-stem', 'cs-uri'],
    'url.query': ['cs-uri-query'],
    'url.domain': ['cs-host', 'cs(Host)'],
    'http.request.method': ['cs-method'],
    'http.response.status_code': ['sc-status'],
    'http.response.body.bytes': ['sc-bytes'],
    'http.request.referrer': ['cs(Referer)'],
    'user_agent.original': ['cs(User-Agent)'],
    'source.port': ['src-port'],
    'destination.port': ['s-port', 'dst-port'],
    'network.transport': ['protocol'],
  },

  sniff(head) {
    const encoding = detectEncoding(head.bytes);
    if (encoding === undefined) return 0;
    const text = decodeHead(head.bytes, encoding);
    return text.startsWith('#') && FIELDS.test(text) ? 3 : 0;
  },

  parse(input, out, context) {
    const lines = new LineReader(input, out);
    const events = new W3cEvents(out, context);
    while (lines.next()) {
      const { text } = lines;
      if (text.trim() === '') lines.skip('blank-line');
      else if (text.charCodeAt(0) === 35) {
        events.directive(text);
        lines.skip('directive');
      } else events.line(text, lines.offset, lines.length);
    }
    events.finish();
  },
};

class W3cEvents {
  readonly #event: ParsedEvent = blankEvent();
  readonly #fields = new FieldList();
  readonly #stamp = blankStamp();
  readonly #clock: EventClock;
  readonly #values: string[] = [];
  #columns: Columns = columnsOf('', false);
  #local = false;
  /** Of the `#Date:` directive, for logs that have only a time column. */
  #date = '';
  #odd = { count: 0, first: 0 };
  #undated = { count: 0, first: 0 };

  constructor(
    private readonly out: Sink,
    context: ParseContext,
  ) {
    this.#clock = new EventClock(context);
  }

  directive(text: string): void {
    if (text.startsWith('#Fields:')) this.#columns = columnsOf(text.substring(8), this.#local);
    else if (/^#Time Format:\s*local/i.test(text)) this.#local = true;
    else if (text.startsWith('#Date:')) this.#date = text.substring(6).trim().substring(0, 10);
  }

  line(text: string, offset: number, length: number): void {
    const event = this.#event;
    const count = splitValues(text, this.#values);
    event.offset = offset;
    event.length = length;
    event.searchText = text;
    this.#fields.clear();
    const { names } = this.#columns;
    if (count !== names.length && this.#odd.count++ === 0) this.#odd.first = offset;
    for (let i = 0; i < count; i++) {
      const value = this.#values[i] as string;
      if (value !== '-' && i !== this.#columns.date && i !== this.#columns.time)
        this.#fields.put(names[i] ?? `column-${i + 1}`, numberOr(value));
    }
    this.#values.length = count;
    this.#setTime(event);
    this.#setNames(event, text);
    this.#fields.give(event);
    this.out.record();
    this.out.event(event);
  }

  finish(): void {
    this.#clock.report(this.out);
    if (this.#odd.count > 0)
      this.out.issue({
        code: 'w3c-column-count',
        severity: 'warning',
        blame: 'evidence',
        offset: this.#odd.first,
        message: `Lines with more or fewer values than #Fields names, the first here: ${this.#odd.count}. Their values may stand under wrong names.`,
      });
    if (this.#undated.count > 0)
      this.out.issue({
        code: 'w3c-undated',
        severity: 'warning',
        blame: 'evidence',
        offset: this.#undated.first,
        message: `Lines without a time that can be read, kept undated, the first here: ${this.#undated.count}.`,
      });
  }

  /** The value of a column, undefined when absent. */
  #at(column: number): string | undefined {
    const value = this.#values[column];
    return value === '-' ? undefined : value;
  }

  #setTime(event: ParsedEvent): void {
    const { date, time, local } = this.#columns;
    const clock = this.#at(time);
    const original = `${this.#at(date) ?? this.#date} ${clock ?? ''}`;
    event.time = undefined;
    event.timeOriginal = undefined;
    event.precision = 's';
    event.zone = 'none';
    if (clock === undefined || !readIso(original, 0, this.#stamp)) {
      if (this.#undated.count++ === 0) this.#undated.first = event.offset;
      return;
    }
    event.timeOriginal = original;
    if (local) this.#clock.set(event, this.#stamp);
    else this.#clock.setUtc(event, this.#stamp);
  }

  #setNames(event: ParsedEvent, text: string): void {
    const columns = this.#columns;
    event.sourceIp = ipOf(this.#at(columns.client) ?? '');
    event.destinationIp = ipOf(this.#at(columns.server) ?? '');
    event.user = this.#at(columns.user);
    event.host = this.#at(columns.host);
    event.code = this.#at(columns.status);
    event.outcome = undefined;
    event.action = undefined;
    event.category = 'other';
    event.message = text;
    const method = this.#at(columns.method);
    const action = this.#at(columns.action);
    if (method !== undefined) {
      event.category = 'web';
      event.action = `http-${method.toLowerCase()}`;
      const query = this.#at(columns.query);
      const target = `${this.#at(columns.path) ?? ''}${query === undefined ? '' : `?${query}`}`;
      event.message = `${method} ${target}${event.code === undefined ? '' : ` ${event.code}`}`;
      event.searchText = `${text}\n${event.message}`;
      const status = Number(event.code);
      if (status >= 100) event.outcome = status < 400 ? 'success' : 'failure';
    } else if (action !== undefined) {
      event.category = 'network';
      event.action = `firewall-${action.toLowerCase()}`;
      if (action === 'DROP') event.outcome = 'failure';
      else if (action === 'ALLOW' || action === 'OPEN') event.outcome = 'success';
    }
  }
}
