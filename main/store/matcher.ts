import type { Pattern, Query, Test } from '#shared/query/ast.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import { UNDATED } from '#shared/model/time.ts';
import type { MarkKind } from './annotations.ts';
import { andInto, isEmpty, noBits, orInto, setBit, without, type Bits } from './bits.ts';
import type { CodedColumns } from './coded-columns.ts';
import { matchCodes } from './code-test.ts';
import type { Database } from './database.ts';
import type { Extents } from './extents.ts';
import { targetOf, type Aliases } from './field-columns.ts';
import { hasField, jsonValue } from './json-field.ts';
import { fold, patternToRegex } from './patterns.ts';
import { timeRange } from './query-time.ts';
import { requiredText } from './required-text.ts';
import { quoted, type CodedColumnName } from './schema.ts';
import type { Terms } from './terms.ts';
import { canLookUp, type FoundRows, type RowTest, type TextSearch } from './text-search.ts';
import { Params } from './params.ts';
import { either, textTest } from './text-tests.ts';
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
  /** Rises when marks change. */
  private marks = 0;

  constructor(private readonly parts: MatcherParts) {}

  /** Marks changed: what was found by them no longer holds. */
  forget(): void {
    this.known.clear();
    this.marks++;
  }

  /**
   * Not to be changed by the caller.
   * @param within the only rows that matter, where not all do: of others the answer may be silent
   * @throws FailureError invalid-query, cancelled
   */
  async rows(query: Query, signal?: AbortSignal, within?: Bits): Promise<Bits> {
    if (this.version !== this.parts.extents.version) {
      this.known.clear();
      this.version = this.parts.extents.version;
    }
    const { known, marks, version } = this;
    const key = keyOf(query);
    const before = known.get(key);
    if (before !== undefined) {
      known.delete(key);
      known.set(key, before);
      // A search that others cancelled is made anew.
      return before.catch(async () => (await this.evaluate(query, signal, within)).rows);
    }
    if (within !== undefined) {
      const { rows, whole } = await this.evaluate(query, signal, within);
      const same = this.marks === marks && this.version === version;
      if (whole && same) this.remember(key, Promise.resolve(rows));
      return rows;
    }
    const found = this.evaluate(query, signal).then(({ rows }) => rows);
    this.remember(key, found);
    // A cancelled or failed search is not remembered; whoever waits for it asks anew.
    found.catch(() => {
      if (known.get(key) === found) known.delete(key);
    });
    return found;
  }

  private remember(key: string, rows: Promise<Bits>): void {
    this.known.set(key, rows);
    for (const old of [...this.known.keys()].slice(0, -REMEMBERED)) this.known.delete(old);
  }

  private async evaluate(query: Query, signal?: AbortSignal, within?: Bits): Promise<FoundRows> {
    const { extents, search } = this.parts;
    const whole = within === undefined;
    switch (query.kind) {
      case 'all':
        return { rows: extents.live(), whole: true };
      case 'and': {
        const all = extents.live();
        if (within !== undefined) andInto(all, within);
        for (const [i, term] of this.cheapFirst(query.terms).entries()) {
          if (isEmpty(all)) break;
          // What is left is all that the later terms are asked about.
          andInto(all, await this.rows(term, signal, whole && i === 0 ? undefined : all));
        }
        return { rows: all, whole };
      }
      case 'or': {
        const any = noBits(extents.size);
        for (const term of query.terms) orInto(any, await this.rows(term, signal, within));
        return { rows: any, whole };
      }
      case 'not': {
        const all = within?.slice() ?? extents.live();
        return { rows: without(all, await this.rows(query.term, signal, within)), whole };
      }
      case 'text': {
        const pattern = inAnyCase(query.pattern);
        const params = new Params();
        const required = requiredText(pattern);
        const asked = anywhere(pattern, required, params);
        return search.rows({ ...asked, params: params.values, required }, signal, within);
      }
      case 'field':
        return this.test(query.field, query.test, signal, within);
    }
  }

  private cheapFirst(terms: readonly Query[]): readonly Query[] {
    const cost = (query: Query): number => {
      switch (query.kind) {
        case 'all':
          return 0;
        case 'text':
          return canLookUp(requiredText(inAnyCase(query.pattern))) ? 2 : 3;
        case 'not':
          return cost(query.term);
        case 'and':
        case 'or':
          return Math.max(...query.terms.map(cost));
        case 'field': {
          const { kind } = targetOf(query.field, this.parts.aliases);
          if (kind === 'message') return canLookUp(requiredOfMessage(query.test)) ? 2 : 4;
          if (kind === 'field') return canLookUp(requiredOfValue(query.test)) ? 2 : 4;
          return 1;
        }
      }
    };
    return [...terms].sort((a, b) => cost(a) - cost(b));
  }

  private async test(
    field: string,
    test: Test,
    signal?: AbortSignal,
    within?: Bits,
  ): Promise<FoundRows> {
    const { aliases, search } = this.parts;
    const target = targetOf(field, aliases);
    const params = new Params();
    const ask = (
      asked: Pick<RowTest, 'first' | 'rest' | 'names'>,
      required = '',
    ): Promise<FoundRows> =>
      search.rows({ ...asked, params: params.values, required }, signal, within);
    switch (target.kind) {
      case 'column': {
        const any = noBits(this.parts.extents.size);
        for (const column of target.columns) orInto(any, await this.coded(column, test, signal));
        return { rows: any, whole: true };
      }
      case 'time':
        return { rows: this.between(test), whole: true };
      case 'evidence':
        return { rows: await this.ofEvidence(test, signal), whole: true };
      case 'mark':
        return { rows: await this.marked(target.mark, test, signal), whole: true };
      case 'recovered':
        return ask({ first: `recovered = ${saysNo(test) ? 0 : 1}` });
      case 'number': {
        const column = quoted(target.column);
        const condition =
          test.kind === 'exists' ? 'true' : textTest(`${column}::VARCHAR`, test, params);
        return ask({ first: `${column} >= 0`, rest: { column, condition } });
      }
      case 'message':
        return ask(
          { rest: { column: 'message', condition: textTest('message', test, params) } },
          requiredOfMessage(test),
        );
      case 'field': {
        const required = requiredOfValue(test);
        // Texts cost as much to unpack as fields do: worth it only for one that is rare.
        const first = canLookUp(required)
          ? `contains(search, ${params.add(required)})`
          : either(target.names.map((name) => hasField(name, params)));
        const conditions = target.names.map((name) => {
          const value = jsonValue(name, params);
          return test.kind === 'exists' ? `${value} IS NOT NULL` : textTest(value, test, params);
        });
        const rest = { column: 'fields', condition: either(conditions) };
        return ask({ first, rest, names: target.names }, required);
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
        text: `SELECT idx FROM evidence_name WHERE ${either([textTest('name', test, params), textTest('sha256', test, params)])}`,
        params: params.values,
      },
      signal,
    );
    return this.parts.extents.rowsOf(new Set(rows.map(({ idx }) => Number(idx) as EvidenceIndex)));
  }

  private async marked(mark: MarkKind, test: Test, signal?: AbortSignal): Promise<Bits> {
    const { database, extents } = this.parts;
    const params = new Params();
    const flag = mark !== 'tag' && mark !== 'note';
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

/** Visible text is kept folded, so that an upper case letter would match nothing. */
const inAnyCase = (pattern: Pattern): Pattern =>
  pattern.kind === 'regex' ? { ...pattern, caseless: true } : pattern;

/** In any visible text of the event. */
function anywhere(
  pattern: Pattern,
  required: string,
  params: Params,
): Pick<RowTest, 'first' | 'rest'> {
  const holds = required === '' ? {} : { first: `contains(search, ${params.add(required)})` };
  if (pattern.kind === 'literal') return { first: 'true', ...holds };
  const condition = `regexp_matches(search, ${params.add(patternToRegex(pattern, false))})`;
  return { ...holds, rest: { column: 'search', condition } };
}

const NO = new Set(['no', 'false', '0']);

const saysNo = (test: Test): boolean =>
  test.kind === 'exact'
    ? NO.has(fold(test.text))
    : test.kind === 'match' && test.pattern.kind === 'literal' && NO.has(fold(test.pattern.text));

/** Visible text that every match of a message has. */
const requiredOfMessage = (test: Test): string =>
  test.kind === 'exact'
    ? fold(test.text)
    : test.kind === 'match' && !isNetwork(test.pattern)
      ? requiredText(test.pattern)
      : '';

/** The same for a value in `fields`: an expression may match what is not visible, such as the names in an object. */
const requiredOfValue = (test: Test): string =>
  (test.kind === 'match' && test.pattern.kind !== 'regex') ||
  (test.kind === 'exact' && !/^[[{]/.test(test.text))
    ? requiredOfMessage(test)
    : '';

/** A network is not written in the event as it is in the query. */
const isNetwork = (pattern: Pattern): boolean =>
  pattern.kind === 'literal' && pattern.text.includes('/');
