import type { Query, Test } from './ast.ts';
import { parseQuery } from './parse-query.ts';
import { printQuery } from './print-query.ts';

/** How a field is compared with a value in the form. */
export const OPERATORS = [
  { id: 'is', label: 'is' },
  { id: 'exactly', label: 'is exactly' },
  { id: 'contains', label: 'contains' },
  { id: 'begins', label: 'begins with' },
  { id: 'ends', label: 'ends with' },
  { id: 'regex', label: 'matches the expression' },
  { id: 'at-least', label: 'is at least' },
  { id: 'at-most', label: 'is at most' },
  { id: 'above', label: 'is above' },
  { id: 'below', label: 'is below' },
  { id: 'exists', label: 'is there' },
] as const;

export type Operator = (typeof OPERATORS)[number]['id'];

/** One line of the form. */
export type BuilderRow =
  | {
      readonly kind: 'field';
      readonly negated: boolean;
      readonly field: string;
      readonly operator: Operator;
      readonly value: string;
    }
  /** Anywhere in the event. */
  | { readonly kind: 'text'; readonly negated: boolean; readonly value: string }
  /** What the form has no fields for, as it was written. */
  | { readonly kind: 'written'; readonly text: string };

const NOWHERE = { from: 0, to: 0 };

/** Characters of a value that would be wildcards, or a backslash, in a pattern. */
const escaped = (value: string): string => value.replace(/[\\*?]/g, '\\$&');

/** The text between the wildcards at a pattern's ends; undefined when there are others inside. */
function plainInside(text: string): string | undefined {
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '*' || c === '?') return undefined;
    if (c === '\\') plain += text.charAt(++i);
    else plain += c;
  }
  return plain;
}

function testOf(operator: Operator, value: string): Test {
  switch (operator) {
    case 'is':
      return { kind: 'match', pattern: { kind: 'literal', text: value, quoted: false } };
    case 'exactly':
      return { kind: 'exact', text: value };
    case 'contains':
      return { kind: 'match', pattern: { kind: 'wildcard', text: `*${escaped(value)}*` } };
    case 'begins':
      return { kind: 'match', pattern: { kind: 'wildcard', text: `${escaped(value)}*` } };
    case 'ends':
      return { kind: 'match', pattern: { kind: 'wildcard', text: `*${escaped(value)}` } };
    case 'regex':
      return { kind: 'match', pattern: { kind: 'regex', source: value, caseless: true } };
    case 'at-least':
      return { kind: 'compare', op: '>=', value };
    case 'at-most':
      return { kind: 'compare', op: '<=', value };
    case 'above':
      return { kind: 'compare', op: '>', value };
    case 'below':
      return { kind: 'compare', op: '<', value };
    case 'exists':
      return { kind: 'exists' };
  }
}

const COMPARES = { '>=': 'at-least', '<=': 'at-most', '>': 'above', '<': 'below' } as const;

function operatorOf(
  test: Test,
): { readonly operator: Operator; readonly value: string } | undefined {
  switch (test.kind) {
    case 'exists':
      return { operator: 'exists', value: '' };
    case 'exact':
      return { operator: 'exactly', value: test.text };
    case 'compare':
      return { operator: COMPARES[test.op], value: test.value };
    case 'any-of':
    case 'range':
      return undefined;
    case 'match': {
      const { pattern } = test;
      if (pattern.kind === 'literal') return { operator: 'is', value: pattern.text };
      if (pattern.kind === 'regex')
        return pattern.caseless ? { operator: 'regex', value: pattern.source } : undefined;
      const [, before = '', inside = '', after = ''] =
        /^(\*?)((?:\\.|[^\\])*?)(\*?)$/s.exec(pattern.text) ?? [];
      const value = plainInside(inside);
      const operator = before === '' ? 'begins' : after === '' ? 'ends' : 'contains';
      return value === undefined || value === '' || `${before}${after}` === ''
        ? undefined
        : { operator, value };
    }
  }
}

/** A condition the form can show; undefined for any other. */
function rowOf(query: Query): BuilderRow | undefined {
  const negated = query.kind === 'not';
  const term = query.kind === 'not' ? query.term : query;
  if (term.kind === 'text')
    return term.pattern.kind === 'literal'
      ? { kind: 'text', negated, value: term.pattern.text }
      : undefined;
  if (term.kind !== 'field') return undefined;
  const found = operatorOf(term.test);
  return found === undefined ? undefined : { kind: 'field', negated, field: term.field, ...found };
}

/** A query as lines of the form, joined by “and”. A text that cannot be read is one line, as written. */
export function rowsOf(text: string): readonly BuilderRow[] {
  const parsed = parseQuery(text);
  if (!parsed.ok) return [{ kind: 'written', text }];
  const { query } = parsed;
  if (query.kind === 'all') return [];
  const terms = query.kind === 'and' ? query.terms : [query];
  return terms.map(
    (term) =>
      rowOf(term) ?? {
        kind: 'written',
        text: term.kind === 'or' ? `(${printQuery(term)})` : printQuery(term),
      },
  );
}

/** Nothing is asked by it yet. */
export const isEmptyRow = (row: BuilderRow): boolean =>
  row.kind === 'field'
    ? row.field === '' || (row.value === '' && row.operator !== 'exists')
    : row.kind === 'text' && row.value === '';

function queryOf(row: Exclude<BuilderRow, { kind: 'written' }>): Query {
  const term: Query =
    row.kind === 'text'
      ? { kind: 'text', pattern: { kind: 'literal', text: row.value, quoted: false }, ...NOWHERE }
      : {
          kind: 'field',
          field: row.field,
          test: testOf(row.operator, row.value),
          ...NOWHERE,
        };
  return row.negated ? { kind: 'not', term, ...NOWHERE } : term;
}

/** The text that the form writes; lines that ask nothing yet are left out. */
export const textOf = (rows: readonly BuilderRow[]): string =>
  rows
    .filter((row) => !isEmptyRow(row))
    .map((row) => (row.kind === 'written' ? row.text : printQuery(queryOf(row))))
    .join(' ');
