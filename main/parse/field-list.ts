import type { FieldValue } from '#shared/model/event.ts';
import type { ParsedEvent } from './parser.ts';
import { ownText } from './text/own-text.ts';

/** A key list that grows by one key at a time; equal lists are the same node, and so share one array. */
class Shape {
  readonly #next = new Map<string, Shape>();
  #lastKey: string | undefined;
  #last: Shape = this;

  constructor(
    readonly keys: readonly string[],
    private readonly budget: { left: number },
  ) {}

  with(key: string): Shape {
    if (key === this.#lastKey) return this.#last;
    let shape = this.#next.get(key);
    if (shape === undefined) {
      const own = ownText(key);
      shape = this.keys.includes(key) ? this : new Shape([...this.keys, own], this.budget);
      if (this.budget.left <= 0) return shape;
      this.budget.left--;
      this.#next.set(own, shape);
    }
    this.#lastKey = shape === this ? undefined : shape.keys.at(-1);
    this.#last = shape;
    return shape;
  }
}

/** Shapes that are kept; a file with more different ones is read more slowly, not wrongly. */
const MAX_SHAPES = 20_000;

/**
 * Gathers the fields of one event after another. Records with the same fields in the same order share one list of
 * keys, which the sink prepares only once. Of a key that is put twice, the first value stands.
 */
export class FieldList {
  readonly #none = new Shape([], { left: MAX_SHAPES });
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
