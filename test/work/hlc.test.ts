import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hlc } from '#shared/work/hlc.ts';
import { formatHlc, isHlc, nextHlc, parseHlc } from '#shared/work/hlc.ts';

const wall = fc.integer({ min: 0, max: 253_402_300_799_999 });
const node = fc.constantFrom('00000001', '0badcafe', 'ffffffff');

describe('the hybrid logical clock', () => {
  it('never goes back, whatever the wall clock and the others do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(wall, node), { minLength: 2, maxLength: 200 }), (readings) => {
        let last: Hlc | undefined;
        for (const [now, by] of readings) {
          const next = nextHlc(last, now, by);
          expect(last === undefined || next > last).toBe(true);
          expect(isHlc(next)).toBe(true);
          last = next;
        }
      }),
    );
  });

  it('is the wall clock while that goes forward', () => {
    const first = nextHlc(undefined, 1_000, '00000001');
    expect(parseHlc(nextHlc(first, 2_000, '00000002'))).toEqual({
      ms: 2_000,
      counter: 0,
      node: '00000002',
    });
    expect(parseHlc(nextHlc(first, 900, '00000001'))).toEqual({
      ms: 1_000,
      counter: 1,
      node: '00000001',
    });
  });

  it('goes on when a counter is full', () => {
    const full = formatHlc({ ms: 5, counter: 0xffff, node: '00000001' });
    expect(parseHlc(nextHlc(full, 1, '00000001'))).toEqual({ ms: 6, counter: 0, node: '00000001' });
  });

  it('reads as text what it wrote', () => {
    fc.assert(
      fc.property(wall, fc.integer({ min: 0, max: 0xffff }), node, (ms, counter, by) => {
        expect(parseHlc(formatHlc({ ms, counter, node: by }))).toEqual({ ms, counter, node: by });
      }),
    );
  });
});
