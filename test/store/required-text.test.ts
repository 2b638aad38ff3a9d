import { describe, expect, it } from 'vitest';
import { requiredText } from '#main/store/required-text.ts';

const regex = (source: string, caseless = true): string =>
  requiredText({ kind: 'regex', source, caseless });

describe('the text that every match contains', () => {
  it.each([
    ['failed password for [a-z.]+ from 10\\.[01]\\.', 'failed pa'],
    ['uid=\\d{4}', 'uid='],
    ['(foo|bar)baz', 'baz'],
    ['foo|bar', ''],
    ['colou?r', 'colo'],
    ['ab+c', 'ab'],
    ['ab*cde', 'cde'],
    ['ab{0}cde', 'cde'],
    ['ab{2,3}?x', 'a'],
    ['a{b}c', 'a{b}c'],
    ['10\\.0\\.0\\.1', '10.0.0.1'],
    ['[]abc]xyz', 'xyz'],
    ['[^]abc]xyz', 'xyz'],
    ['[[:alpha:]]mn', 'mn'],
    ['([)]|x)mn', 'mn'],
    ['(a(b|c)d)ef', 'ef'],
    ['\\Q(\\Eabc', ''],
    ['\\x41bcd', ''],
    ['\\pLbcd', ''],
    ['\\p{Greek}bcd', ''],
    ['(abc', ''],
    ['résumé', 'um'],
    ['^MIMI$', 'mimi'],
  ])('of /%s/i is “%s”', (source, expected) => {
    expect(regex(source)).toBe(expected);
  });

  it('has no s where case does not matter, because the long ſ is one as well', () => {
    expect(regex('lsass')).toBe('l');
    expect(regex('lsass', false)).toBe('lsass');
    expect(regex('(?i)lsass', false)).toBe('l');
  });

  it('is in everything that an expression matches', () => {
    let state = 7;
    const next = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
    const PARTS = ['a', 'b', 'ab', 'c', '.', '\\.', '[ab]', '[^a]', '(?:a|b)', '(ab)', 'B', '\\w'];
    const REPEATS = ['', '', '', '', '?', '*', '+', '{2}', '{0,1}', '??', '+?'];
    let [matched, told] = [0, 0];
    for (let round = 0; round < 3_000; round++) {
      const source = Array.from({ length: 1 + next(6) }, () => pick(PARTS) + pick(REPEATS)).join(
        next(9) === 0 ? '|' : '',
      );
      const required = regex(source);
      const expression = new RegExp(source, 'is');
      for (let n = 0; n < 30; n++) {
        const text = Array.from({ length: 1 + next(9) }, () =>
          pick(['a', 'b', 'c', '.', 'B']),
        ).join('');
        if (!expression.test(text)) continue;
        matched++;
        if (required !== '') told++;
        if (!text.toLowerCase().includes(required)) expect({ source, text }).toBe(required);
      }
    }
    expect(matched).toBeGreaterThan(10_000);
    expect(told).toBeGreaterThan(5_000);
  });
});
