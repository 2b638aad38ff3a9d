import type { EventFilter } from '#shared/ipc/events.ts';
import { FailureError } from '#shared/model/result.ts';
import { parseQuery } from '#shared/query/parse-query.ts';
import { compileQuery, Params } from './compile-query.ts';
import type { Aliases } from './field-columns.ts';

/** A filter as a SQL condition; further parameters may follow in the same statement. */
export interface CompiledFilter {
  readonly where: string;
  readonly params: Params;
}

/** @throws FailureError invalid-query, with the first error's sentence */
export function compileFilter(filter: EventFilter, aliases: Aliases): CompiledFilter {
  const parsed = parseQuery(filter.query);
  if (!parsed.ok) {
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
  const params = new Params();
  const parts = [compileQuery(parsed.query, aliases, params)];
  if (filter.from !== undefined) parts.push(`"time" >= ${params.add(filter.from)}`);
  if (filter.to !== undefined) parts.push(`"time" < ${params.add(filter.to)}`);
  return { where: parts.join(' AND '), params };
}

/** Filters that ask for the same, whatever their objects: a key for what is remembered of them. */
export const filterKey = (filter: EventFilter): string =>
  `${filter.from ?? ''}|${filter.to ?? ''}|${filter.query}`;
