import type { FieldValue } from '#shared/model/event.ts';
import type { TextPacker } from './text-packer.ts';

/** Below this many characters a loop that copies and checks at once beats two native calls. */
const SHORT = 20;
// eslint-disable-next-line no-control-regex
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Keys whose bytes are kept; evidence chooses them. */
const MAX_KEYS = 50_000;

/** Called with the visible text of every value written. */
export type Visit = (text: string) => void;

/** Names that come together, and what of them was written. */
interface Shape {
  readonly keys: readonly string[];
  /** `,"key":` as bytes. */
  readonly prepared: readonly Uint8Array[];
  /** 1 for a name that had a value. */
  readonly seen: Uint8Array;
}

const shapeOf = (keys: readonly string[], prepared: readonly Uint8Array[]): Shape => ({
  keys,
  prepared,
  seen: new Uint8Array(keys.length),
});

/** Writes the fields of an event as one JSON object text, straight into the packed bytes. */
export class FieldPacker {
  /** Parsers share one `keys` array among all records of a shape. */
  readonly #shapes = new WeakMap<readonly string[], Shape>();
  readonly #keys = new Map<string, Uint8Array>();
  /** Shapes met since names were taken. */
  #met = new Set<Shape>();
  #last: Shape = shapeOf([], []);

  constructor(private readonly out: TextPacker) {}

  /** Writes nothing at all when no value is present. */
  write(
    keys: readonly string[],
    values: readonly (FieldValue | undefined)[],
    visit: Visit | undefined,
  ): void {
    const { prepared, seen } = keys === this.#last.keys ? this.#last : this.#turnTo(keys);
    const { out } = this;
    let first = true;
    for (let i = 0; i < prepared.length; i++) {
      const value = values[i];
      if (value === undefined) continue;
      seen[i] = 1;
      this.#bytes(prepared[i] as Uint8Array);
      if (first) {
        out.bytes[out.end - (prepared[i] as Uint8Array).length] = 0x7b;
        first = false;
      }
      this.#value(value, visit);
    }
    if (first) return;
    out.reserve(1);
    out.bytes[out.end++] = 0x7d;
  }

  /** The names that were written with a value since this was asked last. */
  takeNames(): string[] {
    const names = new Set<string>();
    for (const { keys, seen } of this.#met) {
      for (let i = 0; i < keys.length; i++) if (seen[i] === 1) names.add(keys[i] as string);
      seen.fill(0);
    }
    this.#met = new Set();
    this.#last = shapeOf([], []);
    return [...names];
  }

  #turnTo(keys: readonly string[]): Shape {
    let shape = this.#shapes.get(keys);
    if (shape === undefined) {
      shape = shapeOf(
        keys,
        keys.map((key) => this.#keyBytes(key)),
      );
      this.#shapes.set(keys, shape);
    }
    this.#met.add(shape);
    this.#last = shape;
    return shape;
  }

  #keyBytes(key: string): Uint8Array {
    let bytes = this.#keys.get(key);
    if (bytes === undefined) {
      bytes = new Uint8Array(Buffer.from(`,${JSON.stringify(key)}:`));
      if (this.#keys.size < MAX_KEYS) this.#keys.set(key, bytes);
    }
    return bytes;
  }

  #bytes(source: Uint8Array): void {
    const { out } = this;
    out.reserve(source.length);
    const { bytes, end } = out;
    for (let i = 0; i < source.length; i++) bytes[end + i] = source[i] as number;
    out.end = end + source.length;
  }

  #value(value: FieldValue, visit: Visit | undefined): void {
    if (typeof value === 'string') {
      this.#string(value);
      visit?.(value);
    } else if (value === null || typeof value === 'object') {
      this.out.write(JSON.stringify(value, plain));
      if (visit !== undefined) visitLeaves(value, visit);
    } else {
      const text = String(value);
      if (isJsonScalar(value)) this.out.write(text);
      else this.#string(text);
      visit?.(text);
    }
  }

  #string(text: string): void {
    const { out } = this;
    const { length } = text;
    if (length <= SHORT) {
      out.reserve(length + 2);
      const { bytes, end } = out;
      bytes[end] = 0x22;
      let at = 0;
      for (; at < length; at++) {
        const unit = text.charCodeAt(at);
        if (unit < 0x20 || unit > 0x7e || unit === 0x22 || unit === 0x5c) break;
        bytes[end + 1 + at] = unit;
      }
      if (at === length) {
        bytes[end + 1 + length] = 0x22;
        out.end = end + length + 2;
        return;
      }
    }
    if (NEEDS_ESCAPE.test(text)) {
      out.write(JSON.stringify(text));
      return;
    }
    out.reserve(length * 3 + 2);
    out.bytes[out.end++] = 0x22;
    out.write(text);
    out.bytes[out.end++] = 0x22;
  }
}

/** JSON has neither infinities nor integers beyond a double: those are kept as text. */
const isJsonScalar = (value: number | bigint | boolean): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : typeof value === 'boolean' || isSafe(value);

const isSafe = (value: bigint): boolean =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);

/** JSON has no bigint: exact as a number while a double holds it, else as text. */
const plain = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? (isSafe(value) ? Number(value) : String(value)) : value;

/** Every scalar inside a list or an object, as it would be read. */
function visitLeaves(value: FieldValue, visit: Visit): void {
  if (value === null) return;
  if (typeof value !== 'object') {
    visit(String(value));
    return;
  }
  for (const leaf of Object.values<FieldValue>(value)) visitLeaves(leaf, visit);
}
