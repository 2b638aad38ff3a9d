import { describe, expect, it } from 'vitest';
import { againstBefore, halves } from '#renderer/screens/explore/compare/compare-ranges.ts';
import {
  changeOf,
  changeText,
  comparisonText,
} from '#renderer/screens/explore/compare/compare-row.ts';

const MINUTE = 60_000_000_000n;

describe('ranges compared', () => {
  it('are a range and the time before it, as long as itself', () => {
    expect(againstBefore({ from: 100n, to: 130n })).toEqual({
      a: { from: 70n, to: 100n },
      b: { from: 100n, to: 130n },
    });
  });

  it('are halves without a seam, parted at a whole minute where all is long', () => {
    expect(halves({ from: 0n, to: 11n })).toEqual({
      a: { from: 0n, to: 5n },
      b: { from: 5n, to: 11n },
    });
    const day = halves({ from: 30n, to: 30n + 1_441n * MINUTE });
    expect(day.a.to).toBe(720n * MINUTE);
    expect(day.b).toEqual({ from: day.a.to, to: 30n + 1_441n * MINUTE });
  });
});

describe('a value compared', () => {
  const text = (a: number, b: number): string =>
    changeText(changeOf({ value: 'x', a, b }, 1_000, 2_000));

  it('is told by its share of each range', () => {
    expect([text(0, 5), text(5, 0)]).toEqual(['new', 'gone']);
    expect([text(10, 20), text(100, 209)]).toEqual(['about the same', 'about the same']);
    expect([text(10, 60), text(10, 5), text(1, 400)]).toEqual([
      '3.0 × the share',
      '1/4.0 of the share',
      '200 × the share',
    ]);
  });

  it('is copied as a line, with what would break it made visible', () => {
    const values = [{ value: 'a\tb\nc', a: 1, b: 0 }];
    const lines = comparisonText({
      field: 'user',
      values,
      distinct: 1,
      totalA: 1,
      totalB: 1,
    }).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]?.split('\t')).toHaveLength(4);
  });
});
