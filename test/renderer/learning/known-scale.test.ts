import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleByAct, scaleByTime } from '#renderer/screens/learning/clocks/known-scale.ts';

const MINUTE = 60_000_000_000n;
const START = BigInt(Date.UTC(2026, 4, 13, 8)) * 1_000_000n;

describe('the slider', () => {
  it('lies as time does: acts of one minute together, a silent week folded', () => {
    const times = [0n, 1n, 2n, 60n, 61n, 7n * 1_440n].map((n) => START + n * MINUTE);
    const { shareOf, ticks, folds } = scaleByTime(times, 1_000);
    expect(shareOf(2) - shareOf(1)).toBeLessThan((shareOf(4) - shareOf(3)) / 10);
    expect(folds.map(({ label }) => label)).toContain('7 d');
    expect(ticks[0]?.date).toBe('2026-05-13');
    expect(ticks.at(-1)?.date).toBe('2026-05-20');
  });

  const times = fc
    .array(fc.bigInt({ min: 0n, max: 400n * 1_440n }), { maxLength: 60 })
    .map((all) => all.sort((a, b) => (a < b ? -1 : 1)).map((n) => START + n * MINUTE));

  it('goes from nothing known to everything, and never back', () => {
    fc.assert(
      fc.property(times, (all) => {
        for (const scale of [scaleByTime(all, 900), scaleByAct(all.length)]) {
          const shares = [...all.keys(), all.length].map((position) => scale.shareOf(position));
          expect(shares.every((share, n) => share >= (shares[n - 1] ?? 0) && share <= 1)).toBe(
            true,
          );
          expect(scale.positionAt(1)).toBe(all.length);
          expect(scale.shareOf(0)).toBe(0);
          if (all.length > 0) expect(scale.shareOf(all.length)).toBe(1);
        }
      }),
    );
  });

  it('is at an act’s time when all acts up to that time are done', () => {
    fc.assert(
      fc.property(times, (all) => {
        const { shareOf, positionAt } = scaleByTime(all, 900);
        for (let position = 1; position < all.length; position += 1) {
          const found = positionAt(shareOf(position));
          expect(found).toBeGreaterThanOrEqual(position);
          expect(shareOf(found)).toBeGreaterThanOrEqual(shareOf(position));
        }
      }),
    );
  });
});
