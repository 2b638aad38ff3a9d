import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittedWidths } from '#renderer/ui/grid/fit-columns.ts';

const sum = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, 0);

describe('columns in a room', () => {
  it('keep their widths where all fit', () => {
    expect(fittedWidths([{ width: 100, least: 50 }, { width: 200 }], 300)).toEqual([100, 200]);
    expect(fittedWidths([{ width: 100, least: 50 }], Infinity)).toEqual([100]);
  });

  it('give way by the same share, and one without a least not at all', () => {
    const columns = [{ width: 100, least: 50 }, { width: 200 }, { width: 200, least: 100 }];
    expect(fittedWidths(columns, 425)).toEqual([75, 200, 150]);
    expect(fittedWidths(columns, 0)).toEqual([50, 200, 100]);
  });

  it('fit if they can, are never wider than asked nor narrower than they may be', () => {
    const column = fc.record({ width: fc.integer({ min: 40, max: 400 }), least: fc.nat(400) });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1 }), fc.nat(3000), (columns, room) => {
        const widths = fittedWidths(columns, room);
        const floor = columns.map(({ width, least }) => Math.min(width, least));
        expect(widths.every((one, i) => one <= (columns[i]?.width ?? 0))).toBe(true);
        expect(widths.every((one, i) => one >= (floor[i] ?? 0))).toBe(true);
        if (room >= sum(floor)) expect(sum(widths)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
