/** Of a group whose events all lack a time. */
const NEVER = 0xffff_ffff;

/** More groups than these are not told apart: each takes some forty bytes. */
export const MOST_GROUPS = 1 << 21;

/** A dictionary of so many codes has an entry for each in a table. */
const FEW_CODES = 1 << 20;

/** Events divided by one to three codes: how many there are of each combination, and where the first and last stand. */
export class EntityGroups {
  size = 0;
  /** Events of combinations for which there was no room. */
  left = 0;
  #bits = 12;
  #table = new Uint32Array(1 << 12);
  #keys: Uint32Array[];
  #counts = new Uint32Array(1 << 10);
  #firsts = new Uint32Array(1 << 10);
  #lasts = new Uint32Array(1 << 10);

  /** Group of each code, where there is one code and few of them. */
  readonly #direct: Uint32Array | undefined;

  /**
   * @param dated positions from here on are of events without a time
   * @param codes codes are below this, where that is known
   */
  constructor(
    width: 1 | 2 | 3,
    private readonly dated: number,
    codes = Number.POSITIVE_INFINITY,
  ) {
    if (width === 1 && codes <= FEW_CODES) this.#direct = new Uint32Array(codes);
    this.#keys = Array.from({ length: width }, () => new Uint32Array(1 << 10));
  }

  /** Positions must come rising. */
  add(position: number, a: number, b = 0, c = 0): void {
    const table = this.#direct ?? this.#table;
    const slot = this.#direct === undefined ? this.#slotOf(a, b, c) : a;
    let group = (table[slot] as number) - 1;
    if (group < 0) {
      if (this.size === MOST_GROUPS) {
        this.left++;
        return;
      }
      group = this.#make(table, slot, a, b, c);
    }
    this.#counts[group] = (this.#counts[group] as number) + 1;
    if (position >= this.dated) return;
    if (this.#firsts[group] === NEVER) this.#firsts[group] = position;
    this.#lasts[group] = position;
  }

  /** The code at a place of a group's combination. */
  key(group: number, place: 0 | 1 | 2): number {
    return this.#keys[place]?.[group] ?? 0;
  }

  count(group: number): number {
    return this.#counts[group] as number;
  }

  /** Positions of the first and last dated event; undefined when there is none. */
  ends(group: number): readonly [number, number] | undefined {
    const first = this.#firsts[group] as number;
    return first === NEVER ? undefined : [first, this.#lasts[group] as number];
  }

  #slotOf(a: number, b: number, c: number): number {
    const mask = this.#table.length - 1;
    let at = this.#home(a, b, c);
    for (;;) {
      const group = (this.#table[at] as number) - 1;
      if (group < 0) return at;
      if (
        this.#keys[0]?.[group] === a &&
        (this.#keys[1]?.[group] ?? 0) === b &&
        (this.#keys[2]?.[group] ?? 0) === c
      ) {
        return at;
      }
      at = (at + 1) & mask;
    }
  }

  #home(a: number, b: number, c: number): number {
    const mixed = Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(c, 0xc2b2_ae35);
    return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d) >>> (32 - this.#bits);
  }

  #make(table: Uint32Array, slot: number, a: number, b: number, c: number): number {
    const group = this.size++;
    if (group === this.#counts.length) this.#widen();
    [a, b, c].forEach((code, place) => {
      const keys = this.#keys[place];
      if (keys !== undefined) keys[group] = code;
    });
    this.#firsts[group] = NEVER;
    table[slot] = group + 1;
    if (table === this.#table && this.size * 2 > this.#table.length) this.#rehash();
    return group;
  }

  #widen(): void {
    const wider = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const next = new Uint32Array(old.length * 2);
      next.set(old);
      return next;
    };
    this.#keys = this.#keys.map(wider);
    this.#counts = wider(this.#counts);
    this.#firsts = wider(this.#firsts);
    this.#lasts = wider(this.#lasts);
  }

  #rehash(): void {
    this.#bits++;
    this.#table = new Uint32Array(1 << this.#bits);
    for (let group = 0; group < this.size; group++) {
      const slot = this.#slotOf(this.key(group, 0), this.key(group, 1), this.key(group, 2));
      this.#table[slot] = group + 1;
    }
  }
}
