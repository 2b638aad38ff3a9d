import type { FieldValue } from '#shared/model/event.ts';
import { FieldList } from '../../field-list.ts';
import { type ParseContext, type ParsedEvent, type Sink, blankEvent } from '../../parser.ts';
import { ipOf } from '../../text/ip.ts';
import { levelNamed } from '../../text/level-names.ts';
import { EventClock } from '../../time/event-clock.ts';
import { blankStamp } from '../../time/stamp.ts';
import { addressOf } from '../../text/address.ts';
import { ecsCategory, ecsOutcome } from './ecs-words.ts';
import { flatten } from './flatten.ts';
import { readJsonTime } from './json-time.ts';
import { type LayoutRole, textOf } from './layout.ts';
import { type JsonObject, isObject, parseJson } from './parse-json.ts';
import { type ShapeView, viewOf } from './shape-view.ts';

/** Characters of a record shown as its message when nothing in it is one. */
const MAX_MESSAGE = 1_000;
/** Characters kept of a record that is no JSON. */
const MAX_BROKEN = 65_536;

/** Makes events of JSON records. */
export class JsonEvents {
  readonly #event: ParsedEvent = blankEvent();
  readonly #fields = new FieldList();
  readonly #stamp = blankStamp();
  readonly #clock: EventClock;
  readonly #undated = { count: 0, first: 0 };

  constructor(
    private readonly out: Sink,
    context: ParseContext,
  ) {
    this.#clock = new EventClock(context);
  }

  /** `whole` is false for a record that the end of the file cuts off. */
  record(text: string, offset: number, length: number, whole: boolean): void {
    const event = this.#begin(offset, length);
    const value = parseJson(text);
    if (value === undefined) this.#broken(event, text, whole);
    else this.#value(event, isObject(value) ? value : { value }, text);
    this.out.event(event);
  }

  /** A record that was read already; `text` is how it stands in the file. */
  object(value: JsonObject, text: string, offset: number, length: number): void {
    const event = this.#begin(offset, length);
    this.#value(event, value, text);
    this.out.event(event);
  }

  #begin(offset: number, length: number): ParsedEvent {
    const event = this.#event;
    event.offset = offset;
    event.length = length;
    event.time = undefined;
    event.timeOriginal = undefined;
    event.precision = 's';
    event.timeMeaning = 'logged';
    event.zone = 'none';
    event.category = 'other';
    event.action = undefined;
    event.outcome = undefined;
    event.level = undefined;
    this.#fields.clear();
    this.out.record();
    return event;
  }

  #value(event: ParsedEvent, value: JsonObject, text: string): void {
    flatten(value, this.#fields);
    this.#fields.give(event);
    this.#read(event, viewOf(event.keys), text);
  }

  finish(): void {
    this.#clock.report(this.out);
    if (this.#undated.count > 0)
      this.out.issue({
        code: 'json-undated',
        severity: 'info',
        blame: 'evidence',
        offset: this.#undated.first,
        message: `Records without a time that can be read, kept undated, the first here: ${this.#undated.count}.`,
      });
  }

  #broken(event: ParsedEvent, text: string, whole: boolean): void {
    this.#fields.give(event);
    clearNames(event);
    event.message = text.substring(0, MAX_BROKEN);
    this.out.issue({
      code: whole ? 'json-broken' : 'json-cut',
      severity: 'loss',
      blame: 'evidence',
      offset: event.offset,
      length: event.length,
      message: whole
        ? 'A record is not valid JSON; it is kept as text, without its fields.'
        : 'The file ends within this record; what there is of it is kept as text.',
    });
  }

  #read(event: ParsedEvent, view: ShapeView, text: string): void {
    const first = (role: LayoutRole): string | undefined => {
      for (const index of view.roles[role] ?? []) {
        const found = textOf(event.values[index]);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    event.host = first('host');
    event.user = first('user');
    event.process = first('process');
    event.code = first('code');
    event.channel = first('channel');
    event.provider = first('provider');
    event.action = first('action');
    event.level = levelNamed(first('level') ?? '');
    event.sourceIp = addressOf(first('sourceIp') ?? '');
    event.destinationIp = addressOf(first('destinationIp') ?? '');
    event.timeMeaning = first('meaning') ?? 'logged';
    const record = Number(first('record') ?? Number.NaN);
    event.record = Number.isSafeInteger(record) && record >= 0 ? record : undefined;
    const get = (name: string): FieldValue | undefined => {
      const index = view.indexOf.get(name);
      return index === undefined ? undefined : event.values[index];
    };
    event.category = view.layout?.category ?? ecsCategory(get('event.category')) ?? 'other';
    if (view.layout === undefined) event.outcome = ecsOutcome(get('event.outcome'));
    event.message = first('message') ?? this.#summary(event, text);
    view.layout?.fill?.(event, get);
    event.sourceIp = event.sourceIp === undefined ? undefined : ipOf(event.sourceIp);
    this.#setTime(event, view);
  }

  #setTime(event: ParsedEvent, view: ShapeView): void {
    for (const index of view.time) {
      const text = textOf(event.values[index]);
      const kind = text === undefined ? undefined : readJsonTime(text, this.#stamp);
      if (kind === undefined) continue;
      event.timeOriginal = text;
      const stated = this.#stamp.offset !== undefined;
      if (kind === 'epoch' || (!stated && view.layout?.utc === true))
        this.#clock.setUtc(event, this.#stamp);
      else this.#clock.set(event, this.#stamp);
      return;
    }
    if (this.#undated.count++ === 0) this.#undated.first = event.offset;
  }

  /** The fields in short, for a record that has no message. */
  #summary(event: ParsedEvent, text: string): string {
    const parts: string[] = [];
    for (let i = 0; i < event.keys.length && parts.length < 12; i++) {
      const shown = textOf(event.values[i]);
      if (shown !== undefined && shown.length <= 200) parts.push(`${event.keys[i]}=${shown}`);
    }
    return (parts.length === 0 ? text : parts.join(' ')).substring(0, MAX_MESSAGE);
  }
}

function clearNames(event: ParsedEvent): void {
  event.host = undefined;
  event.user = undefined;
  event.process = undefined;
  event.code = undefined;
  event.channel = undefined;
  event.provider = undefined;
  event.sourceIp = undefined;
  event.destinationIp = undefined;
  event.record = undefined;
}
