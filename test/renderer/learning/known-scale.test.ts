import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleByAct, scaleByTime } from '#renderer/screens/learning/clocks/known-scale.ts';

const MINUTE = 60_000_000_000n;
const START = BigInt(Date.UTC(2026, 4, 13, 8)) * 1_000_000n;

describe('the slider', () => {
  it('lies as time does: acts of one minute together, a silent week folded', () => {
    const times = [0n, 1n, 2n, 60n, 61n, 7n * 1_440n].map((n) => START + n * MINUTE);
    const { shareOf, dates, folds } = scaleByTime(times, 1_000, 'utc');
    expect(shareOf(2) - shareOf(1)).toBeLessThan((shareOf(4) - shareOf(3)) / 10);
    expect(folds.map(({ label }) => label)).toContain('7 d');
    expect(dates.map(({ date }) => date)).toEqual(['2026-05-13', '2026-05-20']);
  });

  it('writes no date over another, though days are near', () => {
    const hours = [15n, 16n, 17n, 24n * 60n].map((n) => START + n * 60n * MINUTE);
    const { dates } = scaleByTime(hours, 1_000, 'utc');
    expect(dates.length).toBeGreaterThan(2);
    for (const [n, { share }] of dates.entries()) {
      if (n > 0) expect((share - (dates[n - 1]?.share ?? 0)) * 1_000).toBeGreaterThan(70);
    }
  });

  it('writes the times of this machine when times are local', () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'Asia/Kolkata';
    try {
      const times = [0n, 60n, 120n].map((n) => START + n * MINUTE);
      const labels = (display: 'utc' | 'local'): readonly string[] =>
        scaleByTime(times, 400, display).ticks.map(({ label }) => label);
      expect(labels('utc')[0]).toBe('08:00');
      expect(labels('local')[0]).toBe('13:30');
      expect(labels('local').at(-1)).toBe('15:30');
    } finally {
      process.env['TZ'] = before;
    }
  });

  const times = fc
    .array(fc.bigInt({ min: 0n, max: 400n * 1_440n }), { maxLength: 60 })
    .map((all) => all.sort((a, b) => (a < b ? -1 : 1)).map((n) => START + n * MINUTE));

  it('goes from nothing known to everything, and never back', () => {
    fc.assert(
      fc.property(times, (all) => {
        for (const scale of [scaleByTime(all, 900, 'utc'), scaleByAct(all.length)]) {
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
        const { shareOf, positionAt } = scaleByTime(all, 900, 'utc');
        for (let position = 1; position < all.length; position += 1) {
          const found = positionAt(shareOf(position));
          expect(found).toBeGreaterThanOrEqual(position);
          expect(shareOf(found)).toBeGreaterThanOrEqual(shareOf(position));
        }
      }),
    );
  });
});
