import type { Query } from './ast.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';

/** One of the conditions that a query joins by “and”, as its own text. */
export interface Condition {
  readonly text: string;
  /** It is in the query. False: it was set aside, to be brought back. */
  readonly inForce: boolean;
}

/** A condition that is kept beside the query, and its place among all. */
export interface SetAside {
  readonly text: string;
  readonly at: number;
}

/** What is asked, and what was left out of it. The query alone decides what is found. */
export interface Asked {
  readonly query: string;
  readonly aside: readonly SetAside[];
}

/** As it stands beside others. */
const inAnd = (query: Query): string =>
  query.kind === 'or' ? `(${printQuery(query)})` : printQuery(query);

/** A text that cannot be read is one condition, so that nothing of it is lost. */
function termsOf(text: string): readonly string[] {
  const parsed = parseQuery(text);
  if (!parsed.ok) return [text.trim()];
  const { query } = parsed;
  if (query.kind === 'all') return [];
  return query.kind === 'and' ? query.terms.map(inAnd) : [inAnd(query)];
}

/** All conditions in their order, those set aside among them. */
export function conditionsOf({ query, aside }: Asked): readonly Condition[] {
  const all: Condition[] = termsOf(query).map((text) => ({ text, inForce: true }));
  for (const { text, at } of [...aside].sort((a, b) => a.at - b.at)) {
    all.splice(at, 0, { text, inForce: false });
  }
  return all;
}

/** The query that consists of the conditions in force, and the others beside it. */
export function joined(conditions: readonly Condition[]): Asked {
  return {
    query: conditions
      .filter(({ inForce }) => inForce)
      .map(({ text }) => text)
      .join(' '),
    aside: conditions.flatMap(({ text, inForce }, at) => (inForce ? [] : [{ text, at }])),
  };
}

/** Its opposite; a text that cannot be read stays as it is. */
export function negated(condition: Condition): Condition {
  const parsed = parseQuery(condition.text);
  if (!parsed.ok || parsed.query.kind === 'all') return condition;
  const { query } = parsed;
  const opposite: Query =
    query.kind === 'not'
      ? query.term
      : { kind: 'not', term: query, from: query.from, to: query.to };
  return { ...condition, text: inAnd(opposite) };
}

export const isNegated = ({ text }: Condition): boolean => {
  const parsed = parseQuery(text);
  return parsed.ok && parsed.query.kind === 'not';
};

/** Where the n-th condition in force stands in the text of its query, without parentheses around it. */
export function placeOf(query: string, n: number): { readonly from: number; readonly to: number } {
  const parsed = parseQuery(query);
  const whole = { from: 0, to: query.length };
  if (!parsed.ok || parsed.query.kind === 'all') return whole;
  const term = parsed.query.kind === 'and' ? parsed.query.terms[n] : parsed.query;
  return term === undefined || term.kind === 'all' ? whole : { from: term.from, to: term.to };
}
