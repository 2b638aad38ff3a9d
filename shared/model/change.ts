/** New values of some fields; `null` clears one that may be absent. */
export type Change<T> = {
  readonly [K in keyof T]?: Pick<T, K> extends Required<Pick<T, K>> ? T[K] : Required<T>[K] | null;
};

/** The value with some fields new; `null` takes one away. */
export function changed<T extends object>(value: T, change: Change<Partial<T>>): T {
  const next = new Map<string, unknown>(Object.entries(value));
  for (const [field, to] of Object.entries(change)) {
    if (to === null) next.delete(field);
    else next.set(field, to);
  }
  return Object.fromEntries(next) as T;
}
