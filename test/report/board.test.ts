import { describe, expect, it } from 'vitest';
import { inOrder } from '#shared/board/board-order.ts';
import { gapsOf } from '#shared/board/gaps.ts';
import { lanesOf } from '#shared/board/lanes.ts';
import { isOrderUncertain, uncertaintyBetween } from '#shared/board/uncertainty.ts';
import { formatDuration, formatRoughly } from '#shared/model/duration.ts';
import type { BoardItem } from '#shared/model/board.ts';
import type { BoardItemId } from '#shared/model/ids.ts';
import { at } from './harbour-evidence.ts';

let made = 0;
function item(time: string | undefined, change: Partial<BoardItem> = {}): BoardItem {
  const n = made++;
  return {
    id: `i${n}` as BoardItemId,
    title: `item ${n}`,
    ...(time !== undefined && { time: at(time) }),
    precision: 's',
    reason: '',
    basis: 'a test',
    standing: 'proven',
    confidence: 'high',
    phase: 'execution',
    rank: 'a0',
    ...change,
  };
}

describe('order on the board', () => {
  it('is by time, then rank, undated last', () => {
    const items = [
      item(undefined, { title: 'e' }),
      item('2026-05-12T10:00:00Z', { title: 'd' }),
      item('2026-05-12T09:00:00Z', { title: 'c', rank: 'a2' }),
      item('2026-05-12T09:00:00Z', { title: 'b', rank: 'a1' }),
      item('2026-05-11T09:00:00Z', { title: 'a', rank: 'z9' }),
    ];
    expect(inOrder(items).map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('is uncertain where the precision of the times allows both', () => {
    const day = item('2026-05-12T00:00:00Z', { precision: 'day' });
    const noon = item('2026-05-12T12:00:00Z');
    const next = item('2026-05-13T00:00:00Z');
    expect(isOrderUncertain(day, noon)).toBe(true);
    expect(uncertaintyBetween(day, noon)).toBe('one is known to the day only');
    expect(isOrderUncertain(day, next)).toBe(false);
    expect(isOrderUncertain(noon, next)).toBe(false);
    const same = item('2026-05-12T12:00:00Z');
    expect(uncertaintyBetween(noon, same)).toBe('both have the same second');
    expect(uncertaintyBetween(noon, item(undefined))).toBe('one of them has no time');
    expect(uncertaintyBetween(noon, next)).toBeUndefined();
  });
});

describe('gaps', () => {
  it('are the stretches that are long for this board', () => {
    const items = inOrder([
      item('2026-05-11T09:00:00Z'),
      item('2026-05-11T09:10:00Z'),
      item('2026-05-11T09:20:00Z'),
      item('2026-05-13T02:20:00Z'),
      item('2026-05-13T02:50:00Z'),
      item(undefined),
    ]);
    const gaps = gapsOf(items);
    expect(gaps.map(({ before, from, to }) => `${before} ${formatDuration(to - from)}`)).toEqual([
      '3 1 d 17 h',
    ]);
    expect(gaps.map(({ from, to }) => formatRoughly(to - from))).toEqual(['41 h']);
  });

  it('do not lie within an item that lasts', () => {
    const items = inOrder([
      item('2026-05-11T09:00:00Z', { end: at('2026-05-12T09:00:00Z') }),
      item('2026-05-11T10:00:00Z'),
      item('2026-05-12T08:00:00Z'),
      item('2026-05-12T20:00:00Z'),
    ]);
    expect(gapsOf(items).map(({ before }) => before)).toEqual([3]);
  });
});

describe('lanes', () => {
  it('are phases in kill-chain order, hosts as they first appear, the unnamed last', () => {
    const items = inOrder([
      item('2026-05-11T09:00:00Z', { phase: 'impact', host: 'ws7' }),
      item('2026-05-11T09:10:00Z', { phase: 'execution' }),
      item('2026-05-11T09:20:00Z', { phase: 'execution', host: 'dc1' }),
    ]);
    const titles = (by: 'phase' | 'host') => lanesOf(items, by).map(({ title }) => title);
    expect(titles('phase')).toEqual(['Execution', 'Impact']);
    expect(titles('host')).toEqual(['ws7', 'dc1', 'no host named']);
  });
});

describe('durations', () => {
  it.each([
    [0n, '0 s', '0 s'],
    [812n, '812 ns', '812 ns'],
    [1_500_000n, '1 ms', '1 ms'],
    [850_000_000n, '0.8 s', '0.8 s'],
    [61_000_000_000n, '1 min 1 s', '1 min'],
    [147_600_000_000_000n, '1 d 17 h', '41 h'],
    [-3_600_000_000_000n, '−1 h', undefined],
    [86_400_000_000_000n * 40n, '40 d', '40 d'],
  ])('%s ns are %s, roughly %s', (ns, exact, rough) => {
    expect(formatDuration(ns)).toBe(exact);
    if (rough !== undefined) expect(formatRoughly(ns)).toBe(rough);
  });
});
