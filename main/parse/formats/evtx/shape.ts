import { type Plan, planFor } from './describe/plan.ts';

/**
 * The field names of a kind of record, shared by all of its records, and how such records are described.
 */
export class Shape {
  readonly #plans = new Map<string, Plan>();
  #lastProvider: string | undefined;
  #lastCode = Number.NaN;
  #lastPlan: Plan | undefined;

  constructor(readonly keys: readonly string[]) {}

  plan(provider: string | undefined, code: number): Plan {
    if (this.#lastPlan !== undefined && code === this.#lastCode && provider === this.#lastProvider)
      return this.#lastPlan;
    const key = `${code} ${provider ?? ''}`;
    let plan = this.#plans.get(key);
    if (plan === undefined) {
      plan = planFor(provider, code, this.keys);
      if (this.#plans.size >= MAX_PLANS) this.#plans.clear();
      this.#plans.set(key, plan);
    }
    this.#lastProvider = provider;
    this.#lastCode = code;
    this.#lastPlan = plan;
    return plan;
  }
}

/** Shapes and plans beyond these numbers are hostile, and are forgotten together. */
const MAX_PLANS = 4096;
const MAX_BRANCHES = 1 << 16;

/** One step in a list of names; equal lists lead to the same node. */
class Branch {
  readonly next = new Map<string, Branch>();
  shape: Shape | undefined;
}

let root = new Branch();
let branches = 0;

/** The one shape with these names, data first. */
export function shapeOf(data: readonly string[], system: readonly string[]): Shape {
  if (branches > MAX_BRANCHES) {
    root = new Branch();
    branches = 0;
  }
  const end = walk(walk(root, data), system);
  end.shape ??= new Shape([...data, ...system]);
  return end.shape;
}

function walk(start: Branch, names: readonly string[]): Branch {
  let at = start;
  for (const name of names) {
    let next = at.next.get(name);
    if (next === undefined) {
      next = new Branch();
      branches++;
      at.next.set(name, next);
    }
    at = next;
  }
  return at;
}
