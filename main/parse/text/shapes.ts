/** A key list that grows by one key at a time; equal lists are the same node, and so share one array. */
class Shape {
  readonly #next = new Map<string, Shape>();
  #lastKey: string | undefined;
  #lastShape: Shape | undefined;

  constructor(
    readonly keys: readonly string[],
    private readonly budget: { left: number },
  ) {}

  with(key: string): Shape {
    if (key === this.#lastKey && this.#lastShape !== undefined) return this.#lastShape;
    let shape = this.#next.get(key);
    if (shape === undefined) {
      shape = new Shape([...this.keys, key], this.budget);
      if (this.budget.left > 0) {
        this.budget.left--;
        this.#next.set(key, shape);
      }
    }
    this.#lastKey = key;
    this.#lastShape = shape;
    return shape;
  }
}

export type { Shape };

/**
 * Key lists for records whose fields are known only when they are read. The sink prepares each list once, so
 * records with the same fields must share it. Bounded: beyond the limit, lists are simply no longer shared.
 */
export const shapeOf = (keys: readonly string[], limit = 20_000): Shape =>
  new Shape(keys, { left: limit });
