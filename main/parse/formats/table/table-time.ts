import type { ParsedEvent } from '../../parser.ts';
import type { EventClock } from '../../time/event-clock.ts';
import { TIME_FORMATS, type TimeFormat } from '../../time/formats.ts';
import { blankStamp } from '../../time/stamp.ts';
import type { PlannedTime, TablePlan } from './plan.ts';

const DATED = TIME_FORMATS.filter((format) => format.yearless !== true);

/** Reads the times of records as the plan says, and as well as it can where cells differ from it. */
export class TableTime {
  readonly #stamp = blankStamp();

  constructor(
    private readonly plan: TablePlan,
    private readonly clock: EventClock,
  ) {}

  /** Sets the event's time from one of its cells; false when there is none that can be read. */
  set(event: ParsedEvent, time: PlannedTime, cells: readonly string[]): boolean {
    const { roles, layout } = this.plan;
    let text = (cells[time.column] ?? '').trim();
    if (text === '') return false;
    if (roles.clock !== undefined) text = `${text} ${(cells[roles.clock] ?? '').trim()}`.trim();
    const format = this.#formatOf(text, time.format);
    if (format === undefined) return false;
    event.timeOriginal = text;
    const stamp = this.#stamp;
    const zone = roles.zone === undefined ? '' : (cells[roles.zone] ?? '').trim();
    if (format.id === 'epoch') this.clock.setUtc(event, stamp);
    else if (stamp.offset !== undefined) this.clock.set(event, stamp);
    else if (zone !== '' && this.clock.setNamed(event, stamp, zone)) return true;
    else if (layout?.utc === true) this.clock.setUtc(event, stamp);
    else this.clock.set(event, stamp);
    return event.time !== undefined;
  }

  #formatOf(text: string, format: TimeFormat | undefined): TimeFormat | undefined {
    if (format !== undefined && this.#whole(text, format)) return format;
    // Where the column is known to begin with the day, it does so in every record.
    return DATED.find((other) => !contradicts(other, format) && this.#whole(text, other));
  }

  #whole(text: string, format: TimeFormat): boolean {
    return format.read(text, 0, this.#stamp) && this.#stamp.end === text.length;
  }
}

const contradicts = (other: TimeFormat, format: TimeFormat | undefined): boolean =>
  (other.id === 'month-first' && format?.id === 'day-first') ||
  (other.id === 'day-first' && format?.id === 'month-first');
