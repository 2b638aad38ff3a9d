import type { Pattern, Query, Test } from '#shared/query/ast.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { UNDATED } from '#shared/model/time.ts';
import { andInto, isEmpty, noBits, orInto, setBit, without, type Bits } from './bits.ts';
import type { CodedColumns } from './coded-columns.ts';
import { matchCodes } from './code-test.ts';
import type { Database } from './database.ts';
import type { Extents } from './extents.ts';
import { targetOf, type Aliases } from './field-columns.ts';
import { jsonValue } from './json-field.ts';
import { fold, patternToRegex, requiredText } from './patterns.ts';
import { timeRange } from './query-time.ts';
import { quoted, type CodedColumnName } from './schema.ts';
import type { Terms } from './terms.ts';
import type { TextSearch } from './text-search.ts';
import { either, Params, textTest } from './text-tests.ts';
import type { TimeOrder } from './time-order.ts';

export interface MatcherParts {
  readonly database: Database;
  readonly extents: Extents;
  readonly order: TimeOrder;
  readonly columns: CodedColumns;
  readonly terms: Terms;
  readonly search: TextSearch;
  readonly aliases: Aliases;
}

/** Conditions that are remembered: about a megabyte for ten million events each. */
const REMEMBERED = 24;

/** Answers a query with the set of rows that match. What a condition gave is remembered until rows change. */
export class Matcher {
  private readonly known = new Map<string, Promise<Bits>>();
  private version = -1;

  constructor(private readonly parts: MatcherParts) {}

  /** Marks changed: what was found by them no longer holds. */
  forget(): void {
    this.known.clear();
  }

  /** Not to be changed by the caller. @throws FailureError invalid-query, cancelled */
  rows(query: Query, signal?: AbortSignal): Promise<Bits> {
    if (this.version !== this.parts.extents.version) {
      this.known.clear();
      this.version = this.parts.extents.version;
    }
    const key = keyOf(query);
    const known = this.known.get(key);
    if (known !== undefined) {
      this.known.delete(key);
      this.known.set(key, known);
      return known.catch(() => this.evaluate(query, signal));
    }
    const found = this.evaluate(query, signal);
    this.known.set(key, found);
    // A cancelled or failed search is not remembered; whoever waits for it asks anew.
    found.catch(() => {
      if (this.known.get(key) === found) this.known.delete(key);
    });
    for (const old of [...this.known.keys()].slice(0, -REMEMBERED)) this.known.delete(old);
    return found;
  }

  private async evaluate(query: Query, signal?: AbortSignal): Promise<Bits> {
    const { extents, search } = this.parts;
    switch (query.kind) {
      case 'all':
        return extents.live();
      case 'and': {
        const all = extents.live();
        for (const term of this.cheapFirst(query.terms)) {
          if (isEmpty(all)) break;
          andInto(all, await this.rows(term, signal));
        }
        return all;
      }
      case 'or': {
        const any = noBits(extents.size);
        for (const term of query.terms) orInto(any, await this.rows(term, signal));
        return any;
      }
      case 'not': {
        const all = extents.live();
        return without(all, await this.rows(query.term, signal));
      }
      case 'text': {
        const { pattern } = query;
        const params = new Params();
        const required = requiredText(pattern);
        const condition = anywhere(pattern, required, params);
        return search.rows(condition, params.values, required, signal);
      }
      case 'field':
        return this.test(query.field, query.test, signal);
    }
  }

  private cheapFirst(terms: readonly Query[]): readonly Query[] {
    const cost = (query: Query): number => {
      switch (query.kind) {
        case 'all':
          return 0;
        case 'text':
          return 2;
        case 'not':
          return cost(query.term);
        case 'and':
        case 'or':
          return Math.max(...query.terms.map(cost));
        case 'field': {
          const { kind } = targetOf(query.field, this.parts.aliases);
          return kind === 'field' || kind === 'message' ? 3 : 1;
        }
      }
    };
    return [...terms].sort((a, b) => cost(a) - cost(b));
  }

  private async test(field: string, test: Test, signal?: AbortSignal): Promise<Bits> {
    const { aliases, search } = this.parts;
    const target = targetOf(field, aliases);
    const params = new Params();
    switch (target.kind) {
      case 'column': {
        const any = noBits(this.parts.extents.size);
        for (const column of target.columns) orInto(any, await this.coded(column, test, signal));
        return any;
      }
      case 'time':
        return this.between(test);
      case 'evidence':
        return this.ofEvidence(test, signal);
      case 'mark':
        return this.marked(target.mark, test, signal);
      case 'recovered':
        return search.rows(`recovered = ${saysNo(test) ? 0 : 1}`, [], '', signal);
      case 'number': {
        const column = quoted(target.column);
        const condition =
          test.kind === 'exists' ? 'true' : textTest(`${column}::VARCHAR`, test, params);
        return search.rows(`${column} >= 0 AND ${condition}`, params.values, '', signal);
      }
      case 'message': {
        const condition = textTest('message', test, params);
        return search.rows(condition, params.values, requiredOf(test), signal);
      }
      case 'field': {
        const required = requiredOf(test);
        const cheap = required.length < 2 ? '' : `contains(search, ${params.add(required)}) AND `;
        const conditions = target.names.map((name) => {
          const value = jsonValue(name, params);
          return test.kind === 'exists' ? `${value} IS NOT NULL` : textTest(value, test, params);
        });
        return search.rows(`${cheap}(${either(conditions)})`, params.values, required, signal);
      }
    }
  }

  private async coded(column: CodedColumnName, test: Test, signal?: AbortSignal): Promise<Bits> {
    const { database, columns, terms } = this.parts;
    const codes = await columns.get(column, signal);
    return matchCodes(database, terms, column, codes, test, this.parts.extents.size, signal);
  }

  private between(test: Test): Bits {
    const { order, extents } = this.parts;
    const { from, to } = timeRange(test);
    const start = from === undefined ? 0 : order.before(from);
    const end = order.before(to ?? UNDATED);
    const bits = noBits(extents.size);
    for (let position = start; position < end; position++) setBit(bits, order.rowAt(position));
    return bits;
  }

  private async ofEvidence(test: Test, signal?: AbortSignal): Promise<Bits> {
    const params = new Params();
    const rows = await this.parts.database.rows(
      {
        text: `SELECT idx FROM evidence_name WHERE ${textTest('name', test, params)}`,
        params: params.values,
      },
      signal,
    );
    return this.parts.extents.rowsOf(new Set(rows.map(({ idx }) => Number(idx) as EvidenceIndex)));
  }

  private async marked(
    mark: 'tag' | 'note' | 'board' | 'reviewed',
    test: Test,
    signal?: AbortSignal,
  ): Promise<Bits> {
    const { database, extents } = this.parts;
    const params = new Params();
    const flag = mark === 'board' || mark === 'reviewed';
    const condition =
      flag || test.kind === 'exists'
        ? 'true'
        : textTest(mark === 'note' ? 'text' : 'value', test, params);
    const bits = noBits(extents.size);
    await database.words(
      {
        text: `SELECT "row" FROM annotation WHERE kind = '${mark}' AND ${condition}`,
        params: params.values,
      },
      [1],
      ([rows]) => rows?.forEach((row) => setBit(bits, row)),
      signal,
    );
    const live = extents.live();
    if (flag && saysNo(test)) return without(live, bits);
    andInto(bits, live);
    return bits;
  }
}

/** Two conditions that ask for the same have one key, wherever they stand. */
const keyOf = (query: Query): string =>
  JSON.stringify(query, (name, value: unknown) =>
    name === 'from' || name === 'to' ? undefined : value,
  );

/** In any visible text of the event. */
function anywhere(pattern: Pattern, required: string, params: Params): string {
  if (pattern.kind === 'literal') return `contains(search, ${params.add(fold(pattern.text))})`;
  const cheap = required === '' ? '' : `contains(search, ${params.add(required)}) AND `;
  return `${cheap}regexp_matches(search, ${params.add(patternToRegex(pattern, false))})`;
}

const NO = new Set(['no', 'false', '0']);

const saysNo = (test: Test): boolean =>
  test.kind === 'match' && test.pattern.kind === 'literal' && NO.has(fold(test.pattern.text));

/** A network is not written in the event as it is in the query. */
const requiredOf = (test: Test): string =>
  test.kind === 'match' && !(test.pattern.kind === 'literal' && test.pattern.text.includes('/'))
    ? requiredText(test.pattern)
    : '';
