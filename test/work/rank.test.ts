import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_RANK, isRank, rankBetween } from '#shared/work/rank.ts';

describe('ranks', () => {
  it('fit between any two neighbours, again and again', () => {
    const moves = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('', 'x', '0Z')),
      {
        maxLength: 300,
      },
    );
    fc.assert(
      fc.property(moves, (places) => {
        const list: string[] = [];
        for (const [place, salt] of places) {
          const at = Math.round(place * list.length);
          const [before, after] = [list[at - 1], list[at]];
          const rank = rankBetween(before, after, salt);
          expect(isRank(rank)).toBe(true);
          expect(before === undefined || rank > before).toBe(true);
          expect(after === undefined || rank < after).toBe(true);
          list.splice(at, 0, rank);
        }
        expect([...list].sort()).toEqual(list);
      }),
    );
  });

  it.each([
    ['at the end', (last: string) => rankBetween(last, undefined), 6],
    ['at the beginning', (last: string) => rankBetween(undefined, last), 6],
  ])('stay short when ten thousand items are put %s', (_where, next, longest) => {
    let rank = FIRST_RANK;
    for (let i = 0; i < 10_000; i++) rank = next(rank);
    expect(rank.length).toBeLessThanOrEqual(longest);
  });

  it.each(['', 'x7Qp'])('survive a thousand insertions at one place, salted “%s”', (salt) => {
    let low = rankBetween(undefined, undefined);
    const high = rankBetween(low, undefined);
    for (let i = 0; i < 1_000; i++) low = rankBetween(low, high, salt);
    expect(low < high).toBe(true);
    expect(low.length).toBeLessThan(250);
  });

  it('put an item right after two that share a rank', () => {
    const rank = rankBetween('a5', 'a5');
    expect(rank > 'a5' && rank < 'a7').toBe(true);
  });

  it.each(['', 'a', 'a0!', 'a00', 'a0V0', '0', `A${'0'.repeat(26)}`, 'a0'.padEnd(501, 'V')])(
    'are not “%s”',
    (text) => {
      expect(isRank(text)).toBe(false);
    },
  );
});
