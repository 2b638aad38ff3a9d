import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf, type Segment, type WallOffset } from '#shared/board/figure-axis.ts';

const MINUTE = 60_000_000_000n;
const HOUR = 60n * MINUTE;
const at = (...utc: Parameters<typeof Date.UTC>): bigint => BigInt(Date.UTC(...utc)) * 1_000_000n;

/** India, half an hour off the whole hours of UTC. */
const KOLKATA: WallOffset = () => 330n * MINUTE;
/** Berlin, whose clocks are put forward at 2026-03-29 01:00 UTC and back at 2026-10-25 01:00 UTC. */
const BERLIN: WallOffset = (time) =>
  time >= at(2026, 2, 29, 1) && time < at(2026, 9, 25, 1) ? 2n * HOUR : HOUR;

const ticksOf = (from: bigint, to: bigint, offset?: WallOffset): Segment['ticks'] =>
  axisOf([from, to], 0, 700, offset).segments.flatMap(({ ticks }) => ticks);

describe('times along an axis', () => {
  it('are UTC unless another clock is asked for', () => {
    const labels = ticksOf(at(2026, 4, 12, 9), at(2026, 4, 12, 12)).map(({ label }) => label);
    expect(labels).toContain('09:30');
    expect(labels.at(-1)).toBe('12:00');
  });

  it('are whole steps of the clock they are written in, with its date', () => {
    const ticks = ticksOf(at(2026, 4, 12, 16), at(2026, 4, 12, 22), KOLKATA);
    const labels = ticks.map(({ label }) => label);
    expect(labels).toContain('22:00');
    expect(labels).toContain('00:00');
    expect(ticks.flatMap(({ date }) => date ?? [])).toEqual(['2026-05-12', '2026-05-13']);
    expect(ticks.find(({ date }) => date === '2026-05-13')?.label).toBe('00:00');
  });

  it('begin each day at midnight though the clocks were put forward or back between', () => {
    for (const [from, to] of [
      [at(2026, 2, 27), at(2026, 3, 1)],
      [at(2026, 9, 23), at(2026, 9, 28)],
    ] as const) {
      const ticks = ticksOf(from, to, BERLIN);
      const days = ticks.filter(({ label }) => label === '00:00');
      expect(days.length).toBeGreaterThanOrEqual(4);
      expect(days.every(({ date }) => date !== undefined)).toBe(true);
      expect(new Set(ticks.map(({ x }) => x)).size).toBe(ticks.length);
    }
  });

  it('write no hour that was left out, and go on after it', () => {
    const labels = ticksOf(at(2026, 2, 29, 0), at(2026, 2, 29, 4), BERLIN).map(
      ({ label }) => label,
    );
    expect(labels).toContain('01:00');
    expect(labels.filter((label) => label.startsWith('02:'))).toEqual([]);
    expect(labels).toContain('03:00');
  });

  it('rise and stay within the stretch, whatever the offset', () => {
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
    const starts = fc.bigInt({ min: 0n, max: at(2100, 0) });
    const lengths = fc.bigInt({ min: 1n, max: 400n * 24n * HOUR });
    fc.assert(
      fc.property(starts, lengths, offsets, (from, length, minutes) => {
        const { segments } = axisOf([from, from + length], 0, 700, () => BigInt(minutes) * MINUTE);
        for (const { ticks, left, right } of segments) {
          expect(ticks.length).toBeGreaterThan(0);
          for (const [n, { x }] of ticks.entries()) {
            expect(x).toBeGreaterThanOrEqual(left);
            expect(x).toBeLessThanOrEqual(right);
            if (n > 0) expect(x).toBeGreaterThanOrEqual(ticks[n - 1]?.x ?? 0);
          }
        }
      }),
    );
  });
});
