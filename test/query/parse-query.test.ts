import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Pattern, Query, Test } from '#shared/query/ast.ts';
import { addFilter } from '#shared/query/add-filter.ts';
import { completionAt } from '#shared/query/completion.ts';
import { parseQuery } from '#shared/query/parse-query.ts';
import { printQuery } from '#shared/query/print-query.ts';

/** The tree without places, for comparing meaning. */
function bare(query: Query): unknown {
  switch (query.kind) {
    case 'all':
      return query;
    case 'and':
    case 'or':
      return { kind: query.kind, terms: query.terms.map(bare) };
    case 'not':
      return { kind: 'not', term: bare(query.term) };
    case 'text':
      return { kind: 'text', pattern: query.pattern };
    case 'field':
      return { kind: 'field', field: query.field, test: query.test };
  }
}

const read = (text: string): unknown => {
  const parsed = parseQuery(text);
  return parsed.ok ? bare(parsed.query) : parsed.errors;
};
const literal = (text: string, quoted = false) => ({ kind: 'literal', text, quoted });
const match = (field: string, pattern: object) => ({
  kind: 'field',
  field,
  test: { kind: 'match', pattern },
});

describe('a query', () => {
  it.each([
    ['', { kind: 'all' }],
    ['mimikatz', { kind: 'text', pattern: literal('mimikatz') }],
    ['"two words"', { kind: 'text', pattern: literal('two words', true) }],
    ['host:dc1', match('host', literal('dc1'))],
    ['"Threat Name":"a b"', match('Threat Name', literal('a b', true))],
    ['process:power*', match('process', { kind: 'wildcard', text: 'power*' })],
    ['user:svc\\*', match('user', literal('svc*'))],
    [
      'message:/fail(ed|ure)/i',
      match('message', { kind: 'regex', source: 'fail(ed|ure)', caseless: true }),
    ],
    ['user:=svc*', { kind: 'field', field: 'user', test: { kind: 'exact', text: 'svc*' } }],
    [
      'url:=/a/b:1?x=-y',
      { kind: 'field', field: 'url', test: { kind: 'exact', text: '/a/b:1?x=-y' } },
    ],
    ['url:="a b"', { kind: 'field', field: 'url', test: { kind: 'exact', text: 'a b' } }],
    ['x:"=a"', match('x', literal('=a', true))],
    ['xy:\\=a', match('xy', literal('=a'))],
    ['a:b=c', match('a', literal('b=c'))],
    [
      'code:>=4624',
      { kind: 'field', field: 'code', test: { kind: 'compare', op: '>=', value: '4624' } },
    ],
    [
      'time:[2026-05-12 to 2026-05-13T09:00]',
      {
        kind: 'field',
        field: 'time',
        test: { kind: 'range', low: '2026-05-12', high: '2026-05-13T09:00' },
      },
    ],
    ['user:*', { kind: 'field', field: 'user', test: { kind: 'exists' } }],
    [
      'host:(ws1 or ws7)',
      {
        kind: 'field',
        field: 'host',
        test: { kind: 'any-of', patterns: [literal('ws1'), literal('ws7')] },
      },
    ],
    ['C:\\Windows', { kind: 'text', pattern: literal('C:\\Windows') }],
    ['https://a.example/b', { kind: 'text', pattern: literal('https://a.example/b') }],
    ['10.0.0.1:445', { kind: 'text', pattern: literal('10.0.0.1:445') }],
    ['path:C:\\Windows\\x.exe', match('path', literal('C:\\Windows\\x.exe'))],
    [
      'a -b',
      {
        kind: 'and',
        terms: [
          { kind: 'text', pattern: literal('a') },
          { kind: 'not', term: { kind: 'text', pattern: literal('b') } },
        ],
      },
    ],
    ['well-known', { kind: 'text', pattern: literal('well-known') }],
    [
      'not (a or b) AND c',
      {
        kind: 'and',
        terms: [
          {
            kind: 'not',
            term: {
              kind: 'or',
              terms: [
                { kind: 'text', pattern: literal('a') },
                { kind: 'text', pattern: literal('b') },
              ],
            },
          },
          { kind: 'text', pattern: literal('c') },
        ],
      },
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['(a', 0, 'not closed'],
    ['a)', 1, 'no opening parenthesis'],
    ['"abc', 0, 'not closed'],
    ['host:', 0, 'value is missing'],
    ['a or', 3, 'missing'],
    ['and a', 0, 'both sides'],
    ['code:[1 2]', 5, 'range is written'],
    ['x:/(/', 2, 'regular expression'],
    ['x:=', 2, 'One value stands'],
    ['x:=(a or b)', 2, 'One value stands'],
  ])('%s is refused with a place and a sentence', (text, from, words) => {
    const parsed = parseQuery(text);
    expect(parsed.ok).toBe(false);
    const errors = parsed.ok ? [] : parsed.errors;
    expect(errors[0]?.from).toBe(from);
    expect(errors[0]?.message).toContain(words);
  });

  it('never throws and always places its errors inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      'host:',
      '(',
      ')',
      '[',
      ']',
      '"',
      '/',
      ' ',
      'and',
      'or',
      'not',
      ' to ',
      '*',
      '\\',
      '<',
      '>',
      '=',
      '-',
      ':',
      'é',
      '🔥',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        const parsed = parseQuery(text);
        const errors = parsed.ok ? [] : parsed.errors;
        expect(errors.every(({ from, to }) => from >= 0 && from <= to && to <= text.length)).toBe(
          true,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses depth that would exhaust the stack', () => {
    expect(parseQuery('('.repeat(50_000)).ok).toBe(false);
    expect(parseQuery(`${'-'.repeat(3)}a`).ok).toBe(true);
  });
});

const anyText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom('and', 'or', 'C:\\x', 'a*b', '-x', '"', '\\', '10.0.0.1', '=x', '/a/'),
);
const anyPattern: fc.Arbitrary<Pattern> = fc.oneof(
  anyText.map((text): Pattern => ({ kind: 'literal', text, quoted: true })),
  fc.constantFrom<Pattern>(
    { kind: 'wildcard', text: 'a*' },
    { kind: 'wildcard', text: '*b c?' },
    { kind: 'wildcard', text: '\\*x*' },
    { kind: 'wildcard', text: '=a=*' },
    { kind: 'regex', source: 'a/b[/]c', caseless: true },
    { kind: 'literal', text: 'word', quoted: false },
  ),
);
const anyTest: fc.Arbitrary<Test> = fc.oneof(
  anyPattern.map((pattern): Test => ({ kind: 'match', pattern })),
  fc
    .array(anyPattern, { minLength: 1, maxLength: 3 })
    .map((patterns): Test => ({ kind: 'any-of', patterns })),
  fc.constant<Test>({ kind: 'exists' }),
  anyText.map((text): Test => ({ kind: 'exact', text })),
  fc.constant<Test>({ kind: 'compare', op: '<=', value: '7' }),
  fc.constant<Test>({ kind: 'range', low: '1', high: '2 x' }),
);
const span = { from: 0, to: 0 };
const anyQuery: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3 },
    anyPattern.map((pattern): Query => ({ kind: 'text', pattern, ...span })),
    fc
      .tuple(fc.constantFrom('host', 'Threat Name', 'x.y'), anyTest)
      .map(([field, test]): Query => ({ kind: 'field', field, test, ...span })),
    tie('query').map((term): Query => ({ kind: 'not', term, ...span })),
    fc
      .tuple(
        fc.constantFrom<'and' | 'or'>('and', 'or'),
        fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, terms]): Query => ({ kind, terms, ...span })),
  ),
})).query;

/** `a and (b and c)` is written `a b c`: grouping of the same kind has no meaning. */
function flat(query: Query): unknown {
  if (query.kind !== 'and' && query.kind !== 'or') {
    return query.kind === 'not' ? { kind: 'not', term: flat(query.term) } : bare(query);
  }
  const terms = query.terms.flatMap((term) =>
    term.kind === query.kind
      ? term.terms.flatMap((inner) => (inner.kind === query.kind ? inner.terms : [inner]))
      : [term],
  );
  return terms.some((term) => term.kind === query.kind)
    ? flat({ ...query, terms })
    : { kind: query.kind, terms: terms.map(flat) };
}

describe('printing', () => {
  it('is read back as the same query', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const parsed = parseQuery(printQuery(query));
        expect(parsed.ok && flat(parsed.query)).toEqual(flat(query));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('filters from cells and facets', () => {
  it('add, narrow, widen and exclude', () => {
    expect(addFilter('', 'host', 'dc1', 'only')).toBe('host:=dc1');
    expect(addFilter('a host:x', 'host', 'dc1', 'only')).toBe('a host:=dc1');
    expect(addFilter('a host:x', 'host', 'y z', 'also')).toBe('a (host:x or host:="y z")');
    expect(addFilter('a (host:x or host:y)', 'host', 'z', 'also')).toBe(
      'a (host:x or host:y or host:=z)',
    );
    expect(addFilter('a or b', 'host', 'x', 'not')).toBe('(a or b) not host:=x');
    expect(addFilter('a', 'user', undefined, 'only')).toBe('a not user:*');
    expect(addFilter('a', 'user', undefined, 'not')).toBe('a user:*');
  });

  it('always give a query that can be read, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom<'only' | 'also' | 'not'>('only', 'also', 'not'),
        (value, mode) => {
          expect(parseQuery(addFilter('a (b or c)', 'host', value, mode)).ok).toBe(true);
        },
      ),
    );
  });
});

describe('completion', () => {
  it.each([
    ['', 0, { expects: 'term', text: '' }],
    ['ho', 2, { expects: 'term', text: 'ho', from: 0 }],
    ['host:', 5, { expects: 'value', field: 'host', text: '' }],
    ['host:dc', 7, { expects: 'value', field: 'host', text: 'dc', from: 5 }],
    ['host:=dc', 8, { expects: 'value', field: 'host', text: 'dc', from: 6 }],
    ['host:=', 6, { expects: 'value', field: 'host', text: '' }],
    ['host:dc1 us', 11, { expects: 'term', text: 'us' }],
    ['host:(a or b', 12, { expects: 'value', field: 'host', text: 'b' }],
    ['host:(a or b) c', 15, { expects: 'term', text: 'c' }],
  ])('%s at %d', (text, position, expected) => {
    expect(completionAt(text, position)).toMatchObject(expected);
  });
});
