import type { Query } from '../query/ast.ts';
import { parseQuery } from '../query/parse-query.ts';
import { printQuery } from '../query/print-query.ts';

/** Fields that say which kind of record is meant: where none has the value, its absence says nothing. */
const SOURCE_FIELDS: ReadonlySet<string> = new Set([
  'code',
  'channel',
  'provider',
  'category',
  'host',
]);

/** More are not asked after. */
const MOST = 12;

/**
 * The conditions of a query that name a kind of record, a host or a channel, each as a query of its own, e.g. `code:4769`.
 * Those under `not` are left out. None for a text that is no query.
 */
export function sourceTerms(text: string): readonly string[] {
  const parsed = parseQuery(text);
  return parsed.ok ? [...new Set(termsOf(parsed.query))].slice(0, MOST) : [];
}

function termsOf(query: Query): readonly string[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.terms.flatMap(termsOf);
    case 'field':
      return SOURCE_FIELDS.has(query.field.toLowerCase()) ? eachValue(query) : [];
    case 'all':
    case 'text':
    case 'not':
      return [];
  }
}

function eachValue(query: Extract<Query, { kind: 'field' }>): readonly string[] {
  const { test } = query;
  if (test.kind !== 'any-of') return [printQuery(query)];
  return test.patterns.map((pattern) => printQuery({ ...query, test: { kind: 'match', pattern } }));
}
