import type { ParserId } from '#shared/model/ids.ts';
import { FieldList } from '../../field-list.ts';
import {
  type Confidence,
  type Head,
  type ParseContext,
  type ParsedEvent,
  type Parser,
  type Sink,
  blankEvent,
} from '../../parser.ts';
import { decodeHead, detectEncoding } from '../../text/encoding.ts';
import { ipOf } from '../../text/ip.ts';
import { LineReader } from '../../text/line-reader.ts';
import { readPeer } from '../../text/peer.ts';
import { EventClock } from '../../time/event-clock.ts';
import { blankStamp } from '../../time/stamp.ts';
import { TimeFinder } from '../../time/time-finder.ts';
import { blankLine, readLine } from './line.ts';
import { readRequest } from './request.ts';

const SAMPLE = 50;

export const parser: Parser = {
  id: 'access-log' as ParserId,
  version: 1,
  title: 'Web access log',
  spec: 'Apache mod_log_config: common, combined and vhost_combined; nginx: combined; and logs that extend them',
  zone: 'offset',
  fields: {},

  sniff(head: Head): Confidence {
    const encoding = detectEncoding(head.bytes);
    if (encoding === undefined) return 0;
    const line = blankLine();
    const stamp = blankStamp();
    let lines = 0;
    let fitting = 0;
    for (const text of decodeHead(head.bytes, encoding).split('\n', SAMPLE)) {
      if (text.trim() === '' || text.startsWith('#')) continue;
      lines++;
      if (readLine(text, line, stamp) && line.request !== undefined && line.status !== undefined)
        fitting++;
    }
    if (fitting * 10 >= lines * 7 && fitting > 0) return 2;
    return fitting * 3 >= lines && fitting > 0 ? 1 : 0;
  },

  parse(input, out, context) {
    const lines = new LineReader(input, out);
    const events = new AccessEvents(out, context);
    while (lines.next()) {
      if (lines.text.trim() === '') lines.skip('blank-line');
      else events.line(lines.text, lines.offset, lines.length);
    }
    events.finish();
  },

  reread(input, out, context, { offset, length }) {
    const encoding = new LineReader(input, out, { end: 0 }).encoding;
    const lines = new LineReader(input, out, { start: offset, end: offset + length, encoding });
    const events = new AccessEvents(out, context);
    if (lines.next()) events.line(lines.text, lines.offset, lines.length);
  },
};

class AccessEvents {
  readonly #event: ParsedEvent = { ...blankEvent(), category: 'web' };
  readonly #line = blankLine();
  readonly #stamp = blankStamp();
  readonly #clock: EventClock;
  readonly #finder = new TimeFinder();
  readonly #fields = new FieldList();
  #unread = { count: 0, first: 0 };

  constructor(
    private readonly out: Sink,
    context: ParseContext,
  ) {
    this.#clock = new EventClock(context);
  }

  line(text: string, offset: number, length: number): void {
    const event = this.#event;
    event.offset = offset;
    event.length = length;
    event.message = text;
    event.searchText = text;
    event.time = undefined;
    event.timeOriginal = undefined;
    event.precision = 's';
    event.zone = 'none';
    event.user = undefined;
    event.sourceIp = undefined;
    event.action = undefined;
    event.outcome = undefined;
    event.code = undefined;
    this.#fields.clear();
    this.out.record();
    if (readLine(text, this.#line, this.#stamp)) this.#read(text, event);
    else this.#readOther(text, event);
    this.#fields.give(event);
    this.out.event(event);
  }

  finish(): void {
    this.#clock.report(this.out);
    if (this.#unread.count > 0)
      this.out.issue({
        code: 'access-log-unread',
        severity: 'warning',
        blame: 'evidence',
        offset: this.#unread.first,
        message: `Lines that are no access log entries, kept as they are, the first here: ${this.#unread.count}.`,
      });
  }

  #read(text: string, event: ParsedEvent): void {
    const line = this.#line;
    const fields = this.#fields;
    event.timeOriginal = text.substring(line.timeStart, line.timeEnd);
    this.#clock.set(event, this.#stamp);
    event.sourceIp = ipOf(line.client);
    if (event.sourceIp === undefined) fields.put('source.address', line.client);
    event.user = line.user;
    fields.put('source.ident', line.ident);
    fields.put('url.domain', line.virtualHost);
    if (line.request !== undefined) this.#readRequest(line.request, event);
    const { status } = line;
    if (status !== undefined) {
      event.code = codeOf(status);
      event.outcome = status < 400 ? 'success' : 'failure';
      fields.put('http.response.status_code', status);
      if (line.request !== undefined) {
        event.message = `${line.request} ${event.code}`;
        event.searchText = `${text}\n${event.message}`;
      }
    }
    fields.put('http.response.body.bytes', line.bytes);
    fields.put('http.request.referrer', line.referrer);
    fields.put('user_agent.original', line.userAgent);
    fields.put('http.log.rest', line.rest);
  }

  /** Error logs are often in the same file: whatever the line is, its time is looked for. */
  #readOther(text: string, event: ParsedEvent): void {
    if (this.#unread.count++ === 0) this.#unread.first = event.offset;
    readPeer(text, event);
    const finder = this.#finder;
    if (!finder.find(text) || finder.format?.yearless === true) return;
    event.timeOriginal = text.substring(finder.start, finder.stamp.end);
    this.#clock.set(event, finder.stamp);
  }

  #readRequest(text: string, event: ParsedEvent): void {
    const fields = this.#fields;
    const request = readRequest(text);
    if (request === undefined) {
      fields.put('http.request.line', text);
      return;
    }
    event.action = actionOf(request.method);
    fields.put('http.request.method', request.method);
    fields.put('url.path', request.path);
    fields.put('url.query', request.query);
    fields.put('http.version', request.version);
  }
}

const codes = new Map<number, string>();

function codeOf(status: number): string {
  let code = codes.get(status);
  if (code === undefined) {
    code = String(status);
    if (status < 1_000) codes.set(status, code);
  }
  return code;
}

const actions = new Map(
  ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'CONNECT', 'TRACE', 'PROPFIND'].map(
    (method) => [method, `http-${method.toLowerCase()}`],
  ),
);

/** `http-get` and so on; a method that no server defines is shown as it came. */
const actionOf = (method: string): string => actions.get(method) ?? `http-${method.toLowerCase()}`;
