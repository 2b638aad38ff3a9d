import type { Pattern, Query, Test } from './ast.ts';

const PLAIN_WORD = /^[^\s()[\]"\\:*?<>=/!-][^\s()[\]"\\:*?]*$/;
const KEYWORD = /^(?:and|or|not|to)$/i;
const PLAIN_FIELD = /^[A-Za-z_@][\w.@/%-]*$/;

const quote = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** A value as it has to be written to be read back as a literal. */
export const printValue = (text: string): string =>
  PLAIN_WORD.test(text) && !KEYWORD.test(text) ? text : quote(text);

export const printField = (name: string): string => (PLAIN_FIELD.test(name) ? name : quote(name));

/** `text` is wildcard text, whose `\*`, `\?` and `\\` are literal; what else is special gets its backslash here. */
const printWildcard = (text: string): string =>
  text.replace(/^=|\\[\\*?]|[\s()[\]":<>/!-]|\\/g, (c) => (c.length === 2 ? c : `\\${c}`));

function printPattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'literal':
      return pattern.quoted ? quote(pattern.text) : printValue(pattern.text);
    case 'wildcard':
      return printWildcard(pattern.text);
    case 'regex':
      return `/${pattern.source.replace(/\\.|\//g, (c) => (c === '/' ? '\\/' : c))}/${pattern.caseless ? 'i' : ''}`;
  }
}

function printTest(test: Test): string {
  switch (test.kind) {
    case 'match':
      return printPattern(test.pattern);
    case 'exact':
      return `=${printValue(test.text)}`;
    case 'any-of':
      return `(${test.patterns.map(printPattern).join(' or ')})`;
    case 'compare':
      return `${test.op}${printValue(test.value)}`;
    case 'range':
      return `[${printValue(test.low)} to ${printValue(test.high)}]`;
    case 'exists':
      return '*';
  }
}

const nested = (query: Query, inside: 'and' | 'not'): string => {
  const text = printQuery(query);
  const needs = query.kind === 'or' || (inside === 'not' && query.kind === 'and');
  return needs ? `(${text})` : text;
};

/** The text of a query; reading it gives the same tree but for spans. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'and':
      return query.terms.map((term) => nested(term, 'and')).join(' ');
    case 'or':
      return query.terms.map((term) => printQuery(term)).join(' or ');
    case 'not':
      return `not ${nested(query.term, 'not')}`;
    case 'text':
      return printPattern(query.pattern);
    case 'field':
      return `${printField(query.field)}:${printTest(query.test)}`;
  }
}
