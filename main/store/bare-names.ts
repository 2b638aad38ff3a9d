import type { Pattern, Test } from '#shared/query/ast.ts';
import type { NamedKind } from '#shared/query/bare-name.ts';
import type { CodedColumnName } from './schema.ts';
import type { Params } from './params.ts';
import { textTest } from './text-tests.ts';

/**
 * What is asked for without a domain or folder is compared with the name alone as well. The columns are called as the
 * kinds of names.
 */
export const isNamed = (column: CodedColumnName): column is NamedKind =>
  column === 'user' || column === 'host' || column === 'process';

/** The name alone (shared/query/bare-name.ts), as SQL. */
function bareNameOf(column: NamedKind, value: string): string {
  switch (column) {
    case 'host':
      return `CASE WHEN regexp_matches(${value}, '^[0-9.]*$|:') THEN ${value} ELSE split_part(${value}, '.', 1) END`;
    case 'user':
      return `split_part(split_part(${value}, '\\', -1), '@', 1)`;
    case 'process':
      return `split_part(replace(${value}, '/', '\\'), '\\', -1)`;
  }
}

/** What parts a name from its domain or folder. */
const MARKS: { readonly [K in NamedKind]: RegExp } = {
  host: /[.:]/,
  user: /[@\\]/,
  process: /[/\\]/,
};
/** In wildcard text: before a wildcard that is meant literally, a backslash is not one itself. */
const WILDCARD_MARKS: { readonly [K in NamedKind]: RegExp } = {
  host: /[.:]/,
  user: /@|\\\\/,
  process: /\/|\\\\/,
};

/** Does the pattern say where, or more than a name? A regular expression says all that it means. */
const saysWhere = (column: NamedKind, pattern: Pattern): boolean =>
  pattern.kind === 'regex' ||
  (pattern.kind === 'wildcard' ? WILDCARD_MARKS : MARKS)[column].test(pattern.text);

/** What is left of a test for names alone; undefined when nothing of it is about them. */
export function testOfNames(column: NamedKind, test: Test): Test | undefined {
  if (test.kind !== 'match' && test.kind !== 'any-of') return undefined;
  const asked = test.kind === 'match' ? [test.pattern] : test.patterns;
  const patterns = asked.filter((pattern) => !saysWhere(column, pattern));
  return patterns.length === 0 ? undefined : { kind: 'any-of', patterns };
}

/** A test of a column's value as SQL; a name alone is looked for in values with a domain or folder too. */
export function namedTest(
  column: CodedColumnName,
  value: string,
  test: Test,
  params: Params,
): string {
  const whole = textTest(value, test, params);
  const names = isNamed(column) ? testOfNames(column, test) : undefined;
  if (names === undefined || !isNamed(column)) return whole;
  return `(${whole} OR ${textTest(bareNameOf(column, value), names, params)})`;
}
