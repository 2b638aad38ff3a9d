import { RE2JS } from 're2js';
import type { Parsed, Pattern, Query, QueryError, Span, Test } from './ast.ts';
import { lex, type Token } from './lexer.ts';

const DEEPEST = 100;

/** Reads a query. Every error has a place and a sentence; the first ones found are all given. */
export function parseQuery(text: string): Parsed {
  const { tokens, errors } = lex(text);
  const reader = new Reader(tokens, text.length, [...errors]);
  const query = reader.whole();
  return reader.errors.length > 0 ? { ok: false, errors: reader.errors } : { ok: true, query };
}

const ALL: Query = { kind: 'all' };
const spanOf = (query: Query, other: Span): Span => (query.kind === 'all' ? other : query);

class Reader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: number,
    readonly errors: QueryError[],
  ) {}

  whole(): Query {
    if (this.tokens.length === 0) return ALL;
    const query = this.or();
    for (let token = this.peek; token !== undefined; token = this.peek) {
      this.fail(
        token,
        token.kind === 'close'
          ? 'There is no opening parenthesis for this one; remove it.'
          : 'This does not fit here.',
      );
      this.at++;
      this.or();
    }
    return query;
  }

  private get peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private fail(span: Span, message: string): void {
    this.errors.push({ from: span.from, to: span.to, message });
  }

  private get rest(): Span {
    return { from: Math.max(0, this.end - 1), to: this.end };
  }

  private or(): Query {
    const terms = [this.and()];
    while (this.peek?.kind === 'or') {
      this.at++;
      terms.push(this.and());
    }
    return group('or', terms);
  }

  private and(): Query {
    const terms = [this.unary()];
    for (;;) {
      const token = this.peek;
      if (token === undefined || token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'range-close' || token.kind === 'range-open') break;
      if (token.kind === 'and') this.at++;
      terms.push(this.unary());
    }
    return group('and', terms);
  }

  private unary(): Query {
    const token = this.peek;
    if (token?.kind !== 'not') return this.primary();
    this.at++;
    if (++this.depth > DEEPEST) return this.tooDeep(token);
    const term = this.unary();
    this.depth--;
    if (term.kind === 'all') return ALL;
    return { kind: 'not', term, from: token.from, to: spanOf(term, token).to };
  }

  private tooDeep(token: Token): Query {
    this.fail(token, `Nested deeper than ${DEEPEST}; write it flatter.`);
    this.at = this.tokens.length;
    return ALL;
  }

  private primary(): Query {
    const token = this.peek;
    if (token === undefined) {
      this.fail(this.rest, 'Something is missing here: a word, a field or a parenthesis.');
      return ALL;
    }
    switch (token.kind) {
      case 'open':
        return this.parenthesis(token);
      case 'field':
        return this.field(token);
      case 'word':
      case 'phrase':
      case 'regex': {
        this.at++;
        const pattern = this.pattern(token);
        return { kind: 'text', pattern, from: token.from, to: token.to };
      }
      case 'to': {
        this.at++;
        return {
          kind: 'text',
          pattern: { kind: 'literal', text: 'to', quoted: false },
          from: token.from,
          to: token.to,
        };
      }
      case 'and':
      case 'or':
        this.fail(
          token,
          `“${token.kind}” needs something on both sides; to search for the word, write "${token.kind}".`,
        );
        this.at++;
        return ALL;
      case 'close':
        this.fail(token, 'Something is missing before this parenthesis.');
        return ALL;
      case 'not':
        return this.unary();
      case 'compare':
      case 'exact':
      case 'range-open':
      case 'range-close':
        this.fail(
          token,
          'This stands only after a field, as in code:>5 or time:[2026-05-12 to 2026-05-13].',
        );
        this.at++;
        return ALL;
    }
  }

  private parenthesis(open: Token): Query {
    this.at++;
    if (++this.depth > DEEPEST) return this.tooDeep(open);
    const inner = this.or();
    this.depth--;
    const close = this.peek;
    if (close?.kind === 'close') {
      this.at++;
      return inner;
    }
    this.fail(open, 'This parenthesis is not closed; add ) at the end.');
    return inner;
  }

  private field(token: Extract<Token, { kind: 'field' }>): Query {
    this.at++;
    if (token.name === '') this.fail(token, 'A field needs a name before the colon.');
    const test = this.test(token);
    const to = this.tokens[this.at - 1]?.to ?? token.to;
    return test === undefined
      ? ALL
      : { kind: 'field', field: token.name, test, from: token.from, to };
  }

  private test(field: Extract<Token, { kind: 'field' }>): Test | undefined {
    const token = this.peek;
    const missing = `A value is missing after “${field.name}:”; write ${field.name}:* for any.`;
    if (token === undefined) {
      this.fail(field, missing);
      return undefined;
    }
    switch (token.kind) {
      case 'word':
      case 'phrase':
      case 'regex':
        this.at++;
        if (token.kind === 'word' && token.wildcard && token.text === '*')
          return { kind: 'exists' };
        return { kind: 'match', pattern: this.pattern(token) };
      case 'exact': {
        this.at++;
        const value = this.value();
        if (value !== undefined) return { kind: 'exact', text: value };
        this.fail(
          token,
          `One value stands after “${field.name}:=”, in quotes where it holds spaces or parentheses.`,
        );
        return undefined;
      }
      case 'compare': {
        this.at++;
        const value = this.value();
        if (value === undefined) this.fail(token, `A value is missing after “${token.op}”.`);
        return { kind: 'compare', op: token.op, value: value ?? '' };
      }
      case 'range-open':
        return this.range(token);
      case 'open':
        return this.anyOf(token);
      case 'and':
      case 'or':
      case 'not':
      case 'to':
      case 'close':
      case 'field':
      case 'range-close':
        break;
    }
    this.fail(field, missing);
    return undefined;
  }

  private value(): string | undefined {
    const token = this.peek;
    if (token?.kind !== 'word' && token?.kind !== 'phrase') return undefined;
    this.at++;
    return token.text;
  }

  private range(open: Token): Test | undefined {
    this.at++;
    const low = this.value();
    const to = this.peek;
    if (to?.kind === 'to') this.at++;
    const high = this.value();
    const close = this.peek;
    if (close?.kind === 'range-close') this.at++;
    if (
      low !== undefined &&
      to?.kind === 'to' &&
      high !== undefined &&
      close?.kind === 'range-close'
    ) {
      return { kind: 'range', low, high };
    }
    this.fail(open, 'A range is written [low to high], for instance [10 to 20].');
    return undefined;
  }

  private anyOf(open: Token): Test | undefined {
    this.at++;
    const patterns: Pattern[] = [];
    for (let token = this.peek; token !== undefined; token = this.peek) {
      this.at++;
      if (token.kind === 'close') {
        if (patterns.length > 0) return { kind: 'any-of', patterns };
        this.fail({ from: open.from, to: token.to }, 'These parentheses hold no value.');
        return undefined;
      }
      if (token.kind === 'or') continue;
      if (token.kind !== 'word' && token.kind !== 'phrase' && token.kind !== 'regex') {
        this.fail(token, 'Only values joined by “or” stand here, as in host:(ws1 or ws7).');
        return undefined;
      }
      patterns.push(this.pattern(token));
    }
    this.fail(open, 'This parenthesis is not closed; add ) at the end.');
    return undefined;
  }

  private pattern(token: Extract<Token, { kind: 'word' | 'phrase' | 'regex' }>): Pattern {
    switch (token.kind) {
      case 'phrase':
        return { kind: 'literal', text: token.text, quoted: true };
      case 'word':
        return token.wildcard
          ? { kind: 'wildcard', text: token.text }
          : { kind: 'literal', text: token.text, quoted: false };
      case 'regex':
        this.checkRegex(token);
        return { kind: 'regex', source: token.source, caseless: token.caseless };
    }
  }

  private checkRegex(token: Extract<Token, { kind: 'regex' }>): void {
    try {
      RE2JS.compile(token.source);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.fail(token, `This is not a regular expression Fireline can run: ${why}.`);
    }
  }
}

function group(kind: 'and' | 'or', found: readonly Query[]): Query {
  const terms = found.filter((term) => term.kind !== 'all');
  const [first] = terms;
  if (first === undefined) return ALL;
  if (terms.length === 1) return first;
  return { kind, terms, from: first.from, to: terms.at(-1)?.to ?? first.to };
}
