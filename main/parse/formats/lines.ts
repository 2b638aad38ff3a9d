import type { ParserId } from '#shared/model/ids.ts';
import type { Level } from '#shared/model/event.ts';
import {
  type Parser,
  type ParseContext,
  type ParsedEvent,
  type Sink,
  blankEvent,
} from '../parser.ts';
import { decodeHead, detectEncoding } from '../text/encoding.ts';
import { LineReader } from '../text/line-reader.ts';
import { readPeer } from '../text/peer.ts';
import { readFully } from '../text/read-fully.ts';
import { EventClock } from '../time/event-clock.ts';
import { inYear } from '../time/formats.ts';
import { isDayFirst } from '../time/date-order.ts';
import { TimeFinder } from '../time/time-finder.ts';
import type { YearPlan } from '../time/year-plan.ts';
import { dateKeyOf, planYears } from '../time/year-scan.ts';

/** Characters of a record with its continuation lines that are kept. */
const MAX_RECORD = 65_536;

export const parser: Parser = {
  id: 'lines' as ParserId,
  version: 1,
  title: 'Text, line by line',
  spec: 'None: any text. A line with its continuation is a record; its time is what reads as one near its start.',
  zone: 'local',
  fields: {},
  sniff: (head) => (detectEncoding(head.bytes) === undefined ? 0 : 1),

  parse(input, out, context) {
    const lines = new LineReader(input, out);
    const head = Buffer.alloc(Math.min(65_536, input.size));
    readFully(input, 0, head);
    const dayFirst = isDayFirst(decodeHead(head, lines.encoding));
    let plan: YearPlan | undefined;
    let planned = false;
    const years = (): YearPlan | undefined => {
      const finder = new TimeFinder(dayFirst);
      if (!planned)
        plan = planYears(input, out, context, (line) =>
          finder.find(line) && finder.format?.yearless === true
            ? dateKeyOf(finder.stamp.seconds)
            : 0,
        );
      planned = true;
      return plan;
    };
    const records = new LineRecords(out, context, dayFirst, years);
    while (lines.next()) {
      const { text, offset, length } = lines;
      if (text.trim() === '') lines.skip('blank-line');
      else records.line(text, offset, length);
    }
    records.finish();
  },
};

/** Lines that belong to the one before: indented, or the parts of a stack trace that are not. */
const CONTINUATION = /^(?:\s|Caused by: |\.\.\. \d+ more|Traceback \(most recent call last\))/;
const LEVEL =
  /\b(?:(FATAL|CRITICAL|CRIT|EMERG|ALERT|PANIC)|(ERROR|ERR|SEVERE)|(WARN(?:ING)?)|(NOTICE)|(INFO)|(DEBUG|TRACE|FINE))\b/;
const LEVELS: readonly Level[] = ['critical', 'error', 'warning', 'notice', 'info', 'debug'];

class LineRecords {
  readonly #event: ParsedEvent = blankEvent();
  readonly #finder: TimeFinder;
  readonly #clock: EventClock;
  #waiting = false;
  #undated = { count: 0, first: 0 };

  constructor(
    private readonly out: Sink,
    context: ParseContext,
    dayFirst: boolean,
    private readonly years: () => YearPlan | undefined,
  ) {
    this.#finder = new TimeFinder(dayFirst);
    this.#clock = new EventClock(context);
  }

  line(text: string, offset: number, length: number): void {
    const event = this.#event;
    if (this.#waiting && CONTINUATION.test(text)) {
      event.length = offset + length - event.offset;
      event.message += `\n${text}`.substring(0, Math.max(0, MAX_RECORD - event.message.length));
      event.searchText = event.message;
      return;
    }
    this.#flush();
    this.out.record();
    event.offset = offset;
    event.length = length;
    event.message = text;
    event.searchText = text;
    event.time = undefined;
    event.timeOriginal = undefined;
    event.precision = 's';
    event.zone = 'none';
    event.level = levelOf(text);
    readPeer(text, event);
    if (this.#finder.find(text)) this.#date(event, text);
    else if (this.#undated.count++ === 0) this.#undated.first = offset;
    this.#waiting = true;
  }

  finish(): void {
    this.#flush();
    this.#clock.report(this.out);
    if (this.#undated.count > 0)
      this.out.issue({
        code: 'line-undated',
        severity: 'info',
        blame: 'evidence',
        offset: this.#undated.first,
        message: `Records without a time that can be read, kept undated, the first here: ${this.#undated.count}.`,
      });
  }

  #flush(): void {
    if (this.#waiting) this.out.event(this.#event);
    this.#waiting = false;
  }

  #date(event: ParsedEvent, text: string): void {
    const { stamp, start, format } = this.#finder;
    event.timeOriginal = text.substring(start, stamp.end);
    if (format?.yearless === true) {
      const year = this.years()?.yearAt(event.offset);
      const seconds = year === undefined ? undefined : inYear(stamp.seconds, year);
      if (seconds === undefined) {
        if (this.#undated.count++ === 0) this.#undated.first = event.offset;
        return;
      }
      stamp.seconds = seconds;
    }
    if (format?.id === 'epoch') this.#clock.setUtc(event, stamp);
    else this.#clock.set(event, stamp);
  }
}

function levelOf(text: string): Level | undefined {
  const found = LEVEL.exec(text.length > 200 ? text.substring(0, 200) : text);
  if (found === null) return undefined;
  for (let i = 1; i <= LEVELS.length; i++) if (found[i] !== undefined) return LEVELS[i - 1];
  return undefined;
}
