import type { Pattern, Query, Test } from '#shared/query/ast.ts';
import type { Param } from './database.ts';
import { cidrCondition } from './cidr.ts';
import { targetOf, type Aliases, type FieldTarget } from './field-columns.ts';
import { fold, patternToRegex, requiredText } from './patterns.ts';
import { timeRange } from './query-time.ts';
import { quoted } from './schema.ts';

/** Values of one statement, in the order of their `$n`. */
export class Params {
  readonly values: Param[] = [];

  add(value: Param): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** A filter as SQL over the columns of `events`. Everything that came from the analyst is a parameter. */
export function compileQuery(query: Query, aliases: Aliases, params: Params): string {
  switch (query.kind) {
    case 'all':
      return 'true';
    case 'and':
    case 'or':
      return `(${query.terms.map((term) => compileQuery(term, aliases, params)).join(query.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `(NOT coalesce(${compileQuery(query.term, aliases, params)}, false))`;
    case 'text':
      return anywhere(query.pattern, params);
    case 'field':
      return compileTest(targetOf(query.field, aliases), query.test, params);
  }
}

/** In any visible text of the event. */
function anywhere(pattern: Pattern, params: Params): string {
  if (pattern.kind === 'literal') return `contains(search, ${params.add(fold(pattern.text))})`;
  const required = requiredText(pattern);
  const cheap = required === '' ? '' : `contains(search, ${params.add(required)}) AND `;
  return `(${cheap}regexp_matches(search, ${params.add(patternToRegex(pattern, false))}))`;
}

function compileTest(target: FieldTarget, test: Test, params: Params): string {
  switch (target.kind) {
    case 'column':
      return either(target.columns.map((column) => textTest(quoted(column), test, params)));
    case 'number':
      return numberTest(quoted(target.column), test, params);
    case 'time':
      return timeTest(test, params);
    case 'evidence':
      return `evidence IN (SELECT idx FROM evidence_name WHERE ${textTest('name', test, params)})`;
    case 'recovered':
      return flagTest('recovered', test);
    case 'mark':
      return markTest(target.mark, test, params);
    case 'field':
      return fieldTest(target.names, test, params);
  }
}

const either = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? 'false') : `(${conditions.join(' OR ')})`;

function textTest(expression: string, test: Test, params: Params): string {
  switch (test.kind) {
    case 'exists':
      return `(${expression} IS NOT NULL)`;
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
    : `${expression} ${op} ${params.add(value)}`;
}

function matches(expression: string, pattern: Pattern, params: Params): string {
  if (pattern.kind === 'literal') {
    const network = cidrCondition(expression, pattern.text, params);
    return network ?? `lower(${expression}) = ${params.add(fold(pattern.text))}`;
  }
  return `regexp_matches(${expression}, ${params.add(patternToRegex(pattern, true))})`;
}

function numberTest(expression: string, test: Test, params: Params): string {
  if (test.kind === 'exists') return `(${expression} >= 0)`;
  return textTest(`${expression}::VARCHAR`, test, params);
}

function timeTest(test: Test, params: Params): string {
  const { from, to } = timeRange(test);
  const parts: string[] = [];
  if (from !== undefined) parts.push(`"time" >= ${params.add(from)}`);
  parts.push(to === undefined ? `"time" < 9223372036854775807` : `"time" < ${params.add(to)}`);
  return `(${parts.join(' AND ')})`;
}

const NO = new Set(['no', 'false', '0']);

const saysNo = (test: Test): boolean =>
  test.kind === 'match' && test.pattern.kind === 'literal' && NO.has(fold(test.pattern.text));

const flagTest = (expression: string, test: Test): string =>
  saysNo(test) ? `(NOT ${expression})` : `(${expression})`;

function markTest(mark: 'tag' | 'note' | 'board' | 'reviewed', test: Test, params: Params): string {
  const marked = (condition: string): string =>
    `key IN (SELECT key FROM annotation WHERE kind = '${mark}' AND ${condition})`;
  if (mark === 'board' || mark === 'reviewed') {
    return saysNo(test) ? `(NOT ${marked('true')})` : marked('true');
  }
  return marked(
    test.kind === 'exists' ? 'true' : textTest(mark === 'note' ? 'text' : 'value', test, params),
  );
}

/** A value inside `fields`. The folded search column is asked first where the value has text that must occur. */
function fieldTest(names: readonly string[], test: Test, params: Params): string {
  const conditions = names.map((name) => {
    // JSON Pointer (RFC 6901): a name with dots is one name.
    const pointer = params.add(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
    return textTest(`json_extract_string(fields, ${pointer})`, test, params);
  });
  const required = requiredOf(test);
  const cheap = required.length < 2 ? '' : `contains(search, ${params.add(required)}) AND `;
  return `(${cheap}${either(conditions)})`;
}

const requiredOf = (test: Test): string =>
  test.kind === 'match' ? requiredText(test.pattern) : '';
