import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, parseCanonicalJson } from '#shared/work/canonical-json.ts';

/** Any value of the work log: JSON, with 64-bit integers anywhere. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.boolean(),
    fc.constant(null),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.array(tie('any')),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('any')),
  ),
})).any;

describe('canonical JSON', () => {
  test('reads back as what was written', () => {
    fc.assert(
      fc.property(value, (v) => {
        expect(parseCanonicalJson(canonicalJson(v))).toEqual(v);
      }),
    );
  });

  test('does not depend on the order in which properties were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(object));
      }),
    );
  });

  test('is the text of RFC 8785, section 3.2.3', () => {
    const weird = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(parseCanonicalJson(canonicalJson(weird)) as object)).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalJson({ b: [1e21, 0.000001, -0], a: '\u000f"\\' })).toBe(
      '{"a":"\\u000f\\"\\\\","b":[1e+21,0.000001,0]}',
    );
  });

  test('leaves out undefined properties and refuses what JSON cannot carry', () => {
    expect(canonicalJson({ a: undefined, b: 1n })).toBe('{"b":{"$bigint":"1"}}');
    for (const wrong of [Number.NaN, [undefined], new Map(), () => 0, { $bigint: '1' }]) {
      expect(() => canonicalJson(wrong)).toThrow(TypeError);
    }
  });

  test('leaves alone what only looks like a big integer', () => {
    const text = '{"a":{"$bigint":"1x"},"b":{"$bigint":"1","c":2},"d":"$bigint"}';
    expect(canonicalJson(parseCanonicalJson('{"a":{"$bigint":"7"},"b":"$bigint"}'))).toBe(
      '{"a":{"$bigint":"7"},"b":"$bigint"}',
    );
    expect(parseCanonicalJson(text)).toEqual({
      a: { $bigint: '1x' },
      b: { $bigint: '1', c: 2 },
      d: '$bigint',
    });
  });
});
