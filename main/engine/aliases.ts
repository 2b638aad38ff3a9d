import type { Parser } from '../parse/parser.ts';
import type { Aliases } from '../store/field-columns.ts';

/** Standard field name → the formats' own names for it, of all parsers; queries by the one find the others. */
export function aliasesOf(parsers: readonly Parser[]): Aliases {
  const names = new Map<string, Set<string>>();
  for (const { fields } of parsers) {
    for (const [ecs, own] of Object.entries(fields)) {
      const known = names.get(ecs) ?? new Set([ecs]);
      for (const name of own) known.add(name);
      names.set(ecs, known);
    }
  }
  return new Map([...names].map(([ecs, own]) => [ecs, [...own]]));
}
