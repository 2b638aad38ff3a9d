import type { Pattern, Test } from '#shared/query/ast.ts';
import type { CodedColumnName } from './schema.ts';
import { textTest, type Params } from './text-tests.ts';

/**
 * Accounts and hosts are written with a domain or without: CORP\alice, alice@corp.example, alice; dc1.corp.example,
 * dc1. What is asked for without one is compared with the name alone as well.
 */
export type NamedColumn = Extract<CodedColumnName, 'user' | 'host'>;

export const isNamed = (column: CodedColumnName): column is NamedColumn =>
  column === 'user' || column === 'host';

/** An address is a host's whole name. */
const ADDRESS = /^[\d.]*$|:/;

/** A value of the column without its domain; the value itself when it has none. */
export function bareName(column: NamedColumn, value: string): string {
  if (column === 'host') return ADDRESS.test(value) ? value : (value.split('.', 1)[0] ?? value);
  const account = value.slice(value.lastIndexOf('\\') + 1);
  return account.split('@', 1)[0] ?? account;
}

/** The same as SQL. */
const bareNameOf = (column: NamedColumn, value: string): string =>
  column === 'host'
    ? `CASE WHEN regexp_matches(${value}, '^[0-9.]*$|:') THEN ${value} ELSE split_part(${value}, '.', 1) END`
    : `split_part(split_part(${value}, '\\', -1), '@', 1)`;

/** Does the pattern say a domain, or more than a name? A regular expression says all that it means. */
function saysDomain(column: NamedColumn, pattern: Pattern): boolean {
  if (pattern.kind === 'regex') return true;
  if (column === 'host') return /[.:]/.test(pattern.text);
  // Before a wildcard that is meant literally, a backslash is not one itself.
  return (pattern.kind === 'wildcard' ? /@|\\\\/ : /[@\\]/).test(pattern.text);
}

/** What is left of a test for names alone; undefined when nothing of it is about them. */
export function testOfNames(column: NamedColumn, test: Test): Test | undefined {
  if (test.kind !== 'match' && test.kind !== 'any-of') return undefined;
  const asked = test.kind === 'match' ? [test.pattern] : test.patterns;
  const patterns = asked.filter((pattern) => !saysDomain(column, pattern));
  return patterns.length === 0 ? undefined : { kind: 'any-of', patterns };
}

/** A test of a column's value as SQL, names without a domain looked for in values with one. */
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
