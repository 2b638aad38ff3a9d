const KEPT = 200;

/** Queries run, newest first, each once. */
export const remembered = (queries: readonly string[], query: string): readonly string[] =>
  query.trim() === ''
    ? queries
    : [query, ...queries.filter((known) => known !== query)].slice(0, KEPT);

/** Steps through earlier queries; -1 is what was being typed. */
export const steppedQuery = (queries: readonly string[], at: number, by: 1 | -1): number =>
  Math.max(-1, Math.min(queries.length - 1, at + by));
