import type { Pattern, Test } from '#shared/query/ast.ts';
import { cidrCondition } from './cidr.ts';
import type { Params } from './params.ts';
import { fold, patternToRegex } from './patterns.ts';

export const either = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? 'false') : `(${conditions.join(' OR ')})`;

/** What a test asks of a text, as SQL. `''` counts as none. Everything that came from the analyst is a parameter. */
export function textTest(expression: string, test: Test, params: Params): string {
  switch (test.kind) {
    case 'exists':
      return `(${expression} <> '')`;
    case 'exact':
      return `(${expression} = ${params.add(test.text)})`;
    case 'match':
      return matches(expression, test.pattern, params);
    case 'any-of':
      return either(test.patterns.map((pattern) => matches(expression, pattern, params)));
    case 'compare':
      return `(${ordered(expression, test.value, params, test.op)})`;
    case 'range':
      return `(${ordered(expression, test.low, params, '>=')} AND ${ordered(expression, test.high, params, '<=')})`;
  }
}

/** Numbers are compared as numbers where both sides are, everything else as text. */
function ordered(
  expression: string,
  value: string,
  params: Params,
  op: '<' | '<=' | '>' | '>=',
): string {
  const number = value.trim() !== '' && Number.isFinite(Number(value));
  return number
    ? `try_cast(${expression} AS DOUBLE) ${op} ${params.add(value)}::DOUBLE`
    : `(${expression} <> '' AND ${expression} ${op} ${params.add(value)})`;
}

function matches(expression: string, pattern: Pattern, params: Params): string {
  if (pattern.kind === 'literal') {
    const network = cidrCondition(expression, pattern.text, params);
    return network ?? `lower(${expression}) = ${params.add(fold(pattern.text))}`;
  }
  return `(${expression} <> '' AND regexp_matches(${expression}, ${params.add(patternToRegex(pattern, true))}))`;
}
