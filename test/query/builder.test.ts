import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BuilderRow } from '#shared/query/builder.ts';
import { OPERATORS, rowsOf, textOf } from '#shared/query/builder.ts';
import { parseQuery } from '#shared/query/parse-query.ts';
import { printQuery } from '#shared/query/print-query.ts';

const field = (name: string, operator: string, value: string, negated = false) => ({
  kind: 'field',
  negated,
  field: name,
  operator,
  value,
});

describe('the form of a query', () => {
  it.each([
    ['', []],
    ['mimikatz', [{ kind: 'text', negated: false, value: 'mimikatz' }]],
    ['not "a b"', [{ kind: 'text', negated: true, value: 'a b' }]],
    ['host:dc1', [field('host', 'is', 'dc1')]],
    ['not user:=Alice', [field('user', 'exactly', 'Alice', true)]],
    ['process:*cmd*', [field('process', 'contains', 'cmd')]],
    ['process:cmd*', [field('process', 'begins', 'cmd')]],
    ['process:*.exe', [field('process', 'ends', '.exe')]],
    ['process:*a\\*b*', [field('process', 'contains', 'a*b')]],
    ['message:/x/i', [field('message', 'regex', 'x')]],
    ['code:>=400', [field('code', 'at-least', '400')]],
    ['user:*', [field('user', 'exists', '')]],
    [
      'a host:(x or y) code:[1 to 2] process:a*b',
      [
        { kind: 'text', negated: false, value: 'a' },
        { kind: 'written', text: 'host:(x or y)' },
        { kind: 'written', text: 'code:[1 to 2]' },
        { kind: 'written', text: 'process:a*b' },
      ],
    ],
    ['a or b', [{ kind: 'written', text: '(a or b)' }]],
    ['host:(', [{ kind: 'written', text: 'host:(' }]],
  ])('%s', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  it('leaves out lines that ask nothing yet', () => {
    const rows = [field('', 'is', 'x'), field('host', 'is', ''), field('host', 'is', 'a b')];
    expect(textOf(rows as BuilderRow[])).toBe('host:"a b"');
  });

  const value = fc.oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.constantFrom('a*b', '\\', '*', '?', 'C:\\x', '"', '=a', 'and', '/x/', '\\*'),
  );
  const row: fc.Arbitrary<BuilderRow> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), negated: fc.boolean(), value }),
    fc.record({
      kind: fc.constant('field' as const),
      negated: fc.boolean(),
      field: fc.constantFrom('host', 'Threat Name'),
      operator: fc
        .constantFrom(...OPERATORS.map(({ id }) => id))
        .filter((id) => id !== 'exists' && id !== 'regex'),
      value,
    }),
  );

  it('reads back what it wrote, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        expect(rowsOf(textOf(rows))).toEqual(rows);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the meaning of any query it reads', () => {
    const meaning = (text: string): string => {
      const parsed = parseQuery(text);
      return parsed.ok ? printQuery(parsed.query) : text;
    };
    const piece = fc.constantFrom('a ', 'host:b* ', '(c or d) ', '-e ', 'x:[1 to 2] ', 'y:/z/ ');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(meaning(textOf(rowsOf(text)))).toBe(meaning(text));
      }),
    );
  });
});
