import type { FieldValue } from '#shared/model/event.ts';
import type { ParsedEvent } from './parser.ts';
import { ownText } from './text/own-text.ts';

/** A key list that grows by one key at a time; equal lists are the same node, and so share one array. */
class Shape {
  #next: Map<string, Shape> | undefined;
  #lastKey: string | undefined;
  #last: Shape = this;
  #keys: readonly string[] | undefined;

  constructor(
    private readonly parent: Shape | undefined,
    private readonly key: string,
    private readonly length: number,
    private readonly budget: { left: number },
  ) {}

  /** The list with one more key; itself when it has that key already. */
  with(key: string): Shape {
    if (key === this.#lastKey) return this.#last;
    let shape = this.#next?.get(key);
    if (shape === undefined) {
      const own = ownText(key);
      shape = Shape.has(this, own) ? this : new Shape(this, own, this.length + 1, this.budget);
      if (this.budget.left <= 0) return shape;
      this.budget.left--;
      this.#next ??= new Map();
      this.#next.set(own, shape);
    }
    this.#lastKey = shape === this ? undefined : shape.key;
    this.#last = shape;
    return shape;
  }

  /** Built only for shapes that records end with. */
  get keys(): readonly string[] {
    if (this.#keys === undefined) this.#keys = Shape.line(this).map(({ key }) => key);
    return this.#keys;
  }

  static has(shape: Shape, key: string): boolean {
    for (let at: Shape | undefined = shape; at !== undefined; at = at.parent)
      if (at.parent !== undefined && at.key === key) return true;
    return false;
  }

  static line(shape: Shape): Shape[] {
    const line: Shape[] = [];
    for (let at = shape; at.parent !== undefined; at = at.parent) line.push(at);
    return line.toReversed();
  }
}

/** Shapes that are kept; a file with more different ones is read more slowly, not wrongly. */
const MAX_SHAPES = 20_000;

/**
 * Gathers the fields of one event after another. Records with the same fields in the same order share one list of
 * keys, which the sink prepares only once. Of a key that is put twice, the first value stands.
 */
export class FieldList {
  readonly #none = new Shape(undefined, '', 0, { left: MAX_SHAPES });
  #shape = this.#none;
  /** As long as the largest event needs; only the first `#count` belong to the event at hand. */
  readonly #values: (FieldValue | undefined)[] = [];
  #count = 0;

  clear(): void {
    this.#shape = this.#none;
    this.#count = 0;
  }

  /** An absent value is not a field. */
  put(key: string, value: FieldValue | undefined): void {
    if (value === undefined) return;
    const shape = this.#shape.with(key);
    if (shape === this.#shape) return;
    this.#shape = shape;
    this.#values[this.#count++] = value;
  }

  /** Makes the gathered fields those of the event. */
  give(event: ParsedEvent): void {
    event.keys = this.#shape.keys;
    event.values = this.#values;
  }
}
