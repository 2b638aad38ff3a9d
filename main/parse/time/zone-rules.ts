const DAY = 86_400;

/** What a wall clock reading means in a zone. */
export interface LocalReading {
  /** Seconds since 1970 UTC. */
  readonly utc: number;
  /** gap: clocks jumped over this reading · twice: it occurred twice, and `utc` is the first time. */
  readonly kind: 'once' | 'twice' | 'gap';
}

/**
 * Offsets of one IANA zone, from the runtime's own zone database. A reading in the hour that occurs twice is
 * taken as the first; one in the hour that never was, as if the clock had not yet been put forward.
 */
export class ZoneRules {
  readonly #format: Intl.DateTimeFormat;
  /** Offset at the start of a UTC day, seconds east; days repeat, so each is asked for once. */
  readonly #starts = new Map<number, number>();
  /** Exact second of the change within a day that has one. */
  readonly #changes = new Map<number, number>();
  #day = Number.NaN;
  #fixed: number | undefined;

  /** Throws RangeError for a name that is no zone. */
  constructor(readonly zone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Seconds east of UTC at an instant given in seconds since 1970. */
  offsetAt(utc: number): number {
    const day = Math.floor(utc / DAY);
    const start = this.#startOf(day);
    const end = this.#startOf(day + 1);
    if (start === end) return start;
    let change = this.#changes.get(day);
    if (change === undefined) {
      change = this.#changeWithin(day * DAY, (day + 1) * DAY, start);
      this.#changes.set(day, change);
    }
    return utc < change ? start : end;
  }

  /** `wall`: seconds since 1970 that the clock would show if it showed UTC. */
  read(wall: number): LocalReading {
    const utc = this.readOnce(wall);
    if (utc !== undefined) return { utc, kind: 'once' };
    const before = this.offsetAt(wall - DAY);
    const after = this.offsetAt(wall + DAY);
    const early = wall - before;
    const late = wall - after;
    const isEarly = this.offsetAt(early) === before;
    const isLate = this.offsetAt(late) === after;
    if (isEarly && isLate && early !== late) return { utc: Math.min(early, late), kind: 'twice' };
    if (isLate && !isEarly) return { utc: late, kind: 'once' };
    return { utc: early, kind: isEarly ? 'once' : 'gap' };
  }

  /** The instant, on a day far from any change; undefined when more care is needed. */
  readOnce(wall: number): number | undefined {
    const day = Math.floor(wall / DAY);
    if (day !== this.#day) {
      const offset = this.#startOf(day - 1);
      const steady = [day, day + 1, day + 2].every((next) => this.#startOf(next) === offset);
      this.#day = day;
      this.#fixed = steady ? offset : undefined;
    }
    return this.#fixed === undefined ? undefined : wall - this.#fixed;
  }

  #startOf(day: number): number {
    let offset = this.#starts.get(day);
    if (offset === undefined) {
      offset = this.#ask(day * DAY);
      this.#starts.set(day, offset);
    }
    return offset;
  }

  #changeWithin(from: number, to: number, before: number): number {
    let low = from;
    let high = to;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#ask(middle) === before) low = middle;
      else high = middle;
    }
    return high;
  }

  #ask(utc: number): number {
    const parts: { [type: string]: number } = {};
    for (const { type, value } of this.#format.formatToParts(utc * 1000))
      parts[type] = Number(value);
    const wall = Date.UTC(
      parts['year'] ?? 1970,
      (parts['month'] ?? 1) - 1,
      parts['day'] ?? 1,
      parts['hour'] ?? 0,
      parts['minute'] ?? 0,
      parts['second'] ?? 0,
    );
    return wall / 1000 - utc;
  }
}
