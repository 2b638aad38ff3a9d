import type { EventFilter } from '#shared/ipc/events.ts';
import { FailureError } from '#shared/model/result.ts';
import type { Query } from '#shared/query/ast.ts';
import { parseQuery } from '#shared/query/parse-query.ts';

/** @throws FailureError invalid-query, with the first error's sentence */
export function parseFilter(filter: EventFilter): Query {
  const parsed = parseQuery(filter.query);
  if (parsed.ok) return parsed.query;
  const [error] = parsed.errors;
  throw new FailureError({
    code: 'invalid-query',
    message:
      error === undefined
        ? 'The query cannot be read.'
        : `At character ${error.from + 1}: ${error.message}`,
    subject: filter.query,
  });
}

/** Filters that ask for the same, whatever their objects: a key for what is remembered of them. */
export const filterKey = (filter: EventFilter): string =>
  `${filter.from ?? ''}|${filter.to ?? ''}|${filter.query}`;
