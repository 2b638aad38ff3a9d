import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asked } from '#shared/query/conditions.ts';
import { conditionsOf, isNegated, joined, negated, placeOf } from '#shared/query/conditions.ts';
import { parseQuery } from '#shared/query/parse-query.ts';
import { printQuery } from '#shared/query/print-query.ts';

const asked = (query: string, ...aside: Asked['aside']): Asked => ({ query, aside });
const texts = (what: Asked): readonly string[] =>
  conditionsOf(what).map(({ text, inForce }) => (inForce ? text : `[${text}]`));
/** Which condition is set aside, or brought back. */
const turn = (what: Asked, index: number): Asked =>
  joined(
    conditionsOf(what).map((one, at) => (at === index ? { ...one, inForce: !one.inForce } : one)),
  );

const word = fc.constantFrom('a', 'host:x', 'not b', '(c or d)', 'not (e or f)', 'user:="g h"');
const anyAsked = fc
  .array(fc.record({ text: word, inForce: fc.boolean() }), { maxLength: 6 })
  .map(joined);

describe('the conditions of a query', () => {
  it.each([
    ['', []],
    ['a host:x (b or c)', ['a', 'host:x', '(b or c)']],
    ['a or b', ['(a or b)']],
    ['not (a b)', ['not (a b)']],
    ['host:(', ['host:(']],
  ])('%s', (query, expected) => {
    expect(texts(asked(query))).toEqual(expected);
  });

  it('stand in their places, those set aside among them', () => {
    expect(texts(asked('a c', { text: 'b', at: 1 }, { text: 'd', at: 3 }))).toEqual([
      'a',
      '[b]',
      'c',
      '[d]',
    ]);
    expect(texts(asked('', { text: 'b', at: 4 }))).toEqual(['[b]']);
  });

  it('are set aside and brought back without a trace', () => {
    fc.assert(
      fc.property(anyAsked, fc.nat(), (what, n) => {
        const count = conditionsOf(what).length;
        if (count === 0) return;
        const index = n % count;
        const there = turn(what, index);
        expect(conditionsOf(there)).toHaveLength(count);
        expect(turn(there, index)).toEqual(what);
      }),
    );
  });

  it('turned around twice are as they were, and once mean the opposite', () => {
    fc.assert(
      fc.property(anyAsked, (what) => {
        for (const one of conditionsOf(what)) {
          const other = negated(one);
          expect(isNegated(other)).toBe(!isNegated(one));
          expect(negated(other)).toEqual(one);
          expect(parseQuery(joined([one, other]).query).ok).toBe(true);
        }
      }),
    );
  });

  it('are found in the text of the query, without parentheses around them', () => {
    const query = '  a  (b OR "c d")  -host:x ';
    const part = (n: number): string => {
      const { from, to } = placeOf(query, n);
      return query.slice(from, to);
    };
    expect([0, 1, 2].map(part)).toEqual(['a', 'b OR "c d"', '-host:x']);
    expect(placeOf('host:(', 0)).toEqual({ from: 0, to: 6 });
  });

  it('joined again mean what the query meant', () => {
    const query = 'a AND (b OR c) -d /e f/ "x"';
    const meaning = (text: string): string => {
      const parsed = parseQuery(text);
      return parsed.ok ? printQuery(parsed.query) : '';
    };
    expect(meaning(joined(conditionsOf(asked(query))).query)).toBe(meaning(query));
  });
});
