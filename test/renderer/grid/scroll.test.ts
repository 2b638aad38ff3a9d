import { describe, expect, it } from 'vitest';
import { MAX_SPACER, moveBy, reveal, rowsInView, scrollMap } from '#renderer/ui/grid/scroll.ts';

const TEN_MILLION = 10_000_000;
const HEIGHTS = [24, 32, 58];
const VIEWPORTS = [96, 500, 733.5, 2_000];
const ROWS = [0, 1, 19, 20, 21, 1_000, 333_333, 333_334, 1_234_567, TEN_MILLION];

const maps = ROWS.flatMap((rows) =>
  HEIGHTS.flatMap((rowHeight) =>
    VIEWPORTS.map((viewport) => ({
      rows,
      rowHeight,
      viewport,
      map: scrollMap({ rows, rowHeight, viewport }),
    })),
  ),
);

/** Numbers that look random and are the same every time. */
function* numbers(count: number, below: number): Generator<number> {
  let state = 0x2545f491;
  for (let n = 0; n < count; n += 1) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + n;
    yield (state >>> 0) % below;
  }
}

describe('scrolling over any number of rows', () => {
  it('never makes an element higher than browsers can', () => {
    for (const { map } of maps) expect(map.spacer).toBeLessThanOrEqual(MAX_SPACER);
  });

  it('shows the first row at the upper end of the bar and the last at the lower, exactly', () => {
    for (const { map, rows, viewport } of maps) {
      expect(map.topAt(0)).toBe(0);
      const atEnd = map.topAt(Math.max(0, map.spacer - viewport));
      expect(atEnd).toBe(map.maxTop);
      expect(atEnd + map.fits).toBeGreaterThanOrEqual(rows - 1e-6);
      if (rows > 0) {
        expect(rowsInView(map, 0, rows).first).toBe(0);
        expect(rowsInView(map, map.maxTop, rows).last).toBe(rows - 1);
      }
    }
  });

  it('finds back from the bar to the row it was set by', () => {
    for (const { map, rows } of maps) {
      for (const row of numbers(50, Math.max(1, rows))) {
        const top = Math.min(row, map.maxTop);
        expect(Math.abs(map.topAt(map.scrollTopAt(top)) - top)).toBeLessThan(1e-3);
      }
    }
  });

  it('brings each of ten million rows wholly into view', () => {
    const map = scrollMap({ rows: TEN_MILLION, rowHeight: 24, viewport: 733.5 });
    let unreachable = 0;
    for (let row = 0; row < TEN_MILLION; row += 1) {
      const top = reveal(map, 0, row);
      if (!(top >= 0 && top <= map.maxTop && row >= top && row + 1 <= top + map.fits + 1e-6)) {
        unreachable += 1;
      }
    }
    expect(unreachable).toBe(0);
  });

  it('moves by exactly one row for one step of the cursor, at any place of ten million', () => {
    const map = scrollMap({ rows: TEN_MILLION, rowHeight: 24, viewport: 480 });
    for (const start of [
      0,
      1,
      999_999,
      5_000_000,
      TEN_MILLION - 41,
      ...numbers(200, TEN_MILLION - 60),
    ]) {
      // The cursor on the last row in view: each step down moves the list by one row.
      let top = Math.min(start, map.maxTop);
      let row = Math.floor(top) + 19;
      for (let step = 0; step < 20 && row < TEN_MILLION - 1; step += 1) {
        row += 1;
        const next = reveal(map, top, row);
        expect(next - Math.floor(top)).toBeCloseTo(1, 6);
        top = next;
      }
    }
  });

  it('moves by a fraction of a row too, and not beyond the ends', () => {
    const map = scrollMap({ rows: TEN_MILLION, rowHeight: 24, viewport: 480 });
    expect(map.scaled).toBe(true);
    expect(moveBy(map, 4_000_000.25, 0.5)).toBe(4_000_000.75);
    expect(moveBy(map, 3, -10)).toBe(0);
    expect(moveBy(map, map.maxTop - 1, 10)).toBe(map.maxTop);
  });

  it('draws no more rows than the screen and its margins hold', () => {
    for (const { map, rows } of maps) {
      for (const top of [0, map.maxTop / 3, map.maxTop]) {
        const { first, last } = rowsInView(map, top, rows, 8);
        expect(last - first + 1).toBeLessThanOrEqual(Math.ceil(map.fits) + 17);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(Math.max(1, rows));
      }
    }
  });
});
