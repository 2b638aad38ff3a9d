import type { Query } from './ast.ts';
import { parseQuery } from './parse-query.ts';
import { printField, printQuery, printValue } from './print-query.ts';

/** only: this value and no other of the field · also: this value as well · not: anything but it. */
export type FilterMode = 'only' | 'also' | 'not';

const isAbout = (query: Query, field: string): boolean =>
  query.kind === 'field' && query.field === field;

/** Exactly the value that was pointed at, so that as many are found as were counted; undefined: the absence of any. */
const term = (field: string, value: string | undefined): string =>
  value === undefined ? `not ${printField(field)}:*` : `${printField(field)}:=${printValue(value)}`;

/**
 * The query text with one more condition, as a click on a cell or facet means it. What the analyst wrote stays as
 * written wherever it can. A text with errors gets the condition appended, so that nothing typed is lost.
 */
export function addFilter(
  text: string,
  field: string,
  value: string | undefined,
  mode: FilterMode,
): string {
  const condition = term(field, value);
  const parsed = parseQuery(text);
  if (!parsed.ok || parsed.query.kind === 'all') {
    return [text.trim(), mode === 'not' ? negate(condition) : condition].filter(Boolean).join(' ');
  }
  const { query } = parsed;
  const terms = query.kind === 'and' ? query.terms : [query];
  switch (mode) {
    case 'not': {
      const whole = query.kind === 'or' ? `(${text.trim()})` : text.trim();
      return `${whole} ${negate(condition)}`;
    }
    case 'only': {
      const rest = terms.filter((one) => !isAbout(one, field));
      return [...rest.map(inAnd), condition].join(' ');
    }
    case 'also': {
      const at = terms.findIndex((one) => isAbout(one, field) || isChoiceOf(one, field));
      if (at < 0) return [...terms.map(inAnd), condition].join(' ');
      return terms
        .map((one, i) => (i === at ? `(${printQuery(one)} or ${condition})` : inAnd(one)))
        .join(' ');
    }
  }
}

const negate = (condition: string): string =>
  condition.startsWith('not ') ? condition.slice(4) : `not ${condition}`;

const isChoiceOf = (query: Query, field: string): boolean =>
  query.kind === 'or' && query.terms.every((one) => isAbout(one, field));

const inAnd = (query: Query): string =>
  query.kind === 'or' ? `(${printQuery(query)})` : printQuery(query);
