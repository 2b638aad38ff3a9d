import { type ParseContext, type ParsedEvent, type Sink, blankEvent } from '../../parser.ts';
import { epochDay } from '../../time/civil.ts';
import { numberOr } from '../../text/number.ts';
import { EventClock } from '../../time/event-clock.ts';
import type { YearPlan } from '../../time/year-plan.ts';
import { FieldList } from '../../field-list.ts';
import { FIELD } from './fields.ts';
import { blankHeader, readHeader, tokenEnd } from './header.ts';
import { FACILITIES, SEVERITIES, levelOf } from './priority.ts';
import type { ProgramReader } from './programs/program.ts';
import { readerOf } from './programs/index.ts';
import { readStructuredData } from './structured-data.ts';

/** Characters of a message with its continuation lines that are kept. */
const MAX_MESSAGE = 65_536;

/** Makes events of syslog lines, one at a time; what continues an event is joined to it. */
export class SyslogReader {
  readonly #event: ParsedEvent = blankEvent();
  readonly #header = blankHeader();
  readonly #clock: EventClock;
  readonly #fields = new FieldList();
  /** An event waits here until the line after it is seen. */
  #waiting = false;
  #headless = { count: 0, first: 0 };
  #yearless = { count: 0, first: 0 };
  #lastTag = '';
  #lastReader: ProgramReader = readerOf('');
  #dayKey = 0;
  #daySeconds = 0;

  /** `years` is asked for the first time a line carries no year; undefined when nothing tells. */
  constructor(
    private readonly out: Sink,
    context: ParseContext,
    private readonly years: () => YearPlan | undefined,
  ) {
    this.#clock = new EventClock(context);
  }

  /** One line or frame: `text` without its terminator, and where it is. */
  line(text: string, offset: number, length: number): void {
    if (this.#waiting && isContinuation(text)) {
      this.#join(text, offset, length);
      return;
    }
    this.flush();
    this.out.record();
    const event = this.#begin(offset, length);
    if (readHeader(text, this.#header)) this.#read(text, event);
    else {
      event.message = text;
      event.searchText = text;
      if (this.#headless.count++ === 0) this.#headless.first = offset;
    }
    this.#waiting = true;
  }

  /** Hands over the event at hand. */
  flush(): void {
    if (!this.#waiting) return;
    this.#waiting = false;
    this.#fields.give(this.#event);
    this.out.event(this.#event);
  }

  finish(): void {
    this.flush();
    this.#clock.report(this.out);
    if (this.#headless.count > 0)
      this.out.issue({
        code: 'syslog-no-header',
        severity: 'warning',
        blame: 'evidence',
        offset: this.#headless.first,
        message: `Lines without a syslog header, kept without a time, the first here: ${this.#headless.count}.`,
      });
    if (this.#yearless.count > 0)
      this.out.issue({
        code: 'year-unknown',
        severity: 'warning',
        blame: 'evidence',
        offset: this.#yearless.first,
        message: `Lines that carry no year, kept without a time because the file's modification time, which would tell it, is not known: ${this.#yearless.count}.`,
      });
  }

  #begin(offset: number, length: number): ParsedEvent {
    const event = this.#event;
    event.time = undefined;
    event.timeOriginal = undefined;
    event.precision = 's';
    event.zone = 'none';
    event.offset = offset;
    event.length = length;
    event.category = 'other';
    event.action = undefined;
    event.outcome = undefined;
    event.level = undefined;
    event.host = undefined;
    event.user = undefined;
    event.sourceIp = undefined;
    event.destinationIp = undefined;
    event.process = undefined;
    this.#fields.clear();
    return event;
  }

  #read(text: string, event: ParsedEvent): void {
    const header = this.#header;
    const fields = this.#fields;
    if (header.severity >= 0) {
      event.level = levelOf(header.severity);
      fields.put(FIELD.severity, SEVERITIES[header.severity]);
      if (header.facility >= 0) fields.put(FIELD.facility, FACILITIES[header.facility]);
    }
    event.host = header.host;
    event.process = header.tag;
    if (header.pid !== undefined) fields.put(FIELD.pid, numberOr(header.pid));
    if (header.timeEnd > header.timeStart) this.#setTime(text, event);
    let at = header.message;
    if (header.structured) at = this.#readStructured(text, at, fields);
    // A message of structured data alone is shown as that.
    event.message = text.substring(header.structured && at >= text.length ? header.message : at);
    event.searchText = text.substring(Math.min(header.timeEnd + 1, text.length));
    // Values of structured data that are escaped stand in the text otherwise than they read.
    const escape = header.structured ? text.indexOf('\\') : -1;
    if (escape >= 0 && escape < at) event.searchText = undefined;
    // What the priority says is not in the text as words.
    else if (header.severity >= 0)
      event.searchText += `\n${SEVERITIES[header.severity]} ${FACILITIES[header.facility] ?? ''}`;
    if (header.tag === undefined) return;
    if (header.tag !== this.#lastTag) {
      this.#lastTag = header.tag;
      this.#lastReader = readerOf(header.tag);
    }
    this.#lastReader(event.message, event, fields);
  }

  #readStructured(text: string, from: number, fields: FieldList): number {
    const end = tokenEnd(text, from);
    const msgid = text.substring(from, end);
    if (msgid !== '-') fields.put(FIELD.msgid, msgid);
    if (end >= text.length) return text.length;
    const { data, end: after, broken } = readStructuredData(text, end + 1);
    if (data !== undefined) fields.put(FIELD.structuredData, data);
    if (broken) return after;
    const start = text.charCodeAt(after) === 32 ? after + 1 : after;
    // A byte order mark says that the message is UTF-8 (RFC 5424 section 6.4).
    return text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  }

  #setTime(text: string, event: ParsedEvent): void {
    const header = this.#header;
    const { stamp } = header;
    event.timeOriginal = text.substring(header.timeStart, header.timeEnd);
    if (header.month > 0) {
      const year = this.years()?.yearAt(event.offset);
      if (year === undefined) {
        if (this.#yearless.count++ === 0) this.#yearless.first = event.offset;
        return;
      }
      const key = (year * 16 + header.month) * 32 + header.day;
      if (key !== this.#dayKey) {
        this.#dayKey = key;
        this.#daySeconds = epochDay(year, header.month, header.day) * 86_400;
      }
      stamp.seconds += this.#daySeconds;
    }
    this.#clock.set(event, stamp);
  }

  #join(text: string, offset: number, length: number): void {
    const event = this.#event;
    event.length = offset + length - event.offset;
    const room = MAX_MESSAGE - event.message.length;
    if (room <= 1) return;
    const more = `\n${text}`.substring(0, room);
    event.message += more;
    if (event.searchText !== undefined) event.searchText += more;
  }
}

/** Continued messages are indented, or after an arrow, as VMware writes them. */
const isContinuation = (text: string): boolean => {
  const unit = text.charCodeAt(0);
  return unit === 9 || unit === 32 || (unit === 45 && text.startsWith('--> '));
};
