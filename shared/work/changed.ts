import type { Change } from './op.ts';

/** The value with some fields new; `null` takes one away. */
export function changed<T extends object>(value: T, change: Change<Partial<T>>): T {
  const next = new Map<string, unknown>(Object.entries(value));
  for (const [field, to] of Object.entries(change)) {
    if (to === null) next.delete(field);
    else next.set(field, to);
  }
  return Object.fromEntries(next) as T;
}
