import type { ParseContext, ParsedEvent, Sink } from '../parser.ts';
import { ownText } from '../text/own-text.ts';
import type { Stamp } from './stamp.ts';
import { ZoneRules } from './zone-rules.ts';

const BILLION = 1_000_000_000n;

/** Times beyond this, in seconds from 1970, do not fit 64 bits of nanoseconds. */
const REACH = 9_200_000_000;

/** Zone names that are remembered; evidence chooses them. */
const MAX_NAMED = 1_000;

interface Doubt {
  count: number;
  first: number;
}

/**
 * Puts wall clock readings into events: as instants where the text states a zone, else in the zone that the
 * analyst gave, UTC when none was given. Readings that the zone's clock showed twice or never are counted.
 */
export class EventClock {
  readonly #rules: ZoneRules | undefined;
  readonly #name: string;
  readonly #named = new Map<string, ZoneRules | undefined>();
  #lastSeconds = Number.NaN;
  #lastInstant = 0n;
  readonly #twice: Doubt = { count: 0, first: 0 };
  readonly #gap: Doubt = { count: 0, first: 0 };

  constructor(context: Pick<ParseContext, 'zone'>) {
    this.#name = context.zone ?? 'UTC';
    this.#rules = this.#name === 'UTC' ? undefined : new ZoneRules(this.#name);
  }

  /** Sets the time, its precision and its basis; `offset` of the event must be set before, for issues. */
  set(event: ParsedEvent, stamp: Stamp): void {
    event.precision = stamp.precision;
    const { offset } = stamp;
    if (offset === undefined) {
      event.zone = 'assumed';
      event.time = this.#instant(this.#local(stamp.seconds, event.offset), stamp.nanos);
    } else {
      event.zone = 'offset';
      event.time = this.#instant(stamp.seconds - offset, stamp.nanos);
    }
  }

  /** For records that name their zone; false when the name is none that is known. */
  setNamed(event: ParsedEvent, stamp: Stamp, zone: string): boolean {
    const rules = this.#rulesOf(zone);
    if (rules === undefined) return false;
    event.precision = stamp.precision;
    event.zone = 'offset';
    event.time = this.#instant(rules.read(stamp.seconds).utc, stamp.nanos);
    return true;
  }

  /** For formats that define their clock as UTC. */
  setUtc(event: ParsedEvent, stamp: Stamp): void {
    event.precision = stamp.precision;
    event.zone = 'utc';
    event.time = this.#instant(stamp.seconds, stamp.nanos);
  }

  /** Says at the end of a file what was doubtful about its readings. */
  report(out: Sink): void {
    if (this.#twice.count > 0)
      out.issue({
        code: 'local-time-twice',
        severity: 'warning',
        blame: 'evidence',
        offset: this.#twice.first,
        message: `Records with a local time that occurred twice in ${this.#name}, when clocks were put back, the first here: ${this.#twice.count}. The earlier of the two was taken.`,
      });
    if (this.#gap.count > 0)
      out.issue({
        code: 'local-time-gap',
        severity: 'warning',
        blame: 'evidence',
        offset: this.#gap.first,
        message: `Records with a local time that never occurred in ${this.#name}, when clocks were put forward, the first here: ${this.#gap.count}. They were read as if clocks had not been; the zone may be wrong.`,
      });
  }

  #rulesOf(zone: string): ZoneRules | undefined {
    if (this.#named.has(zone)) return this.#named.get(zone);
    let rules: ZoneRules | undefined;
    try {
      rules = new ZoneRules(zone);
    } catch (error) {
      // What the record calls a zone is none that the runtime's database has.
      if (!(error instanceof RangeError)) throw error;
    }
    if (this.#named.size < MAX_NAMED) this.#named.set(ownText(zone), rules);
    return rules;
  }

  #local(wall: number, offset: number): number {
    if (this.#rules === undefined) return wall;
    const utc = this.#rules.readOnce(wall);
    if (utc !== undefined) return utc;
    const reading = this.#rules.read(wall);
    if (reading.kind !== 'once') {
      const doubt = reading.kind === 'twice' ? this.#twice : this.#gap;
      if (doubt.count++ === 0) doubt.first = offset;
    }
    return reading.utc;
  }

  #instant(seconds: number, nanos: number): bigint | undefined {
    if (seconds !== this.#lastSeconds) {
      if (!(Math.abs(seconds) < REACH)) return undefined;
      this.#lastSeconds = seconds;
      this.#lastInstant = BigInt(seconds) * BILLION;
    }
    return nanos === 0 ? this.#lastInstant : this.#lastInstant + BigInt(nanos);
  }
}
