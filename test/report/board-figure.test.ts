// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { axisOf } from '#shared/board/figure-axis.ts';
import { type FigureLayout, LANE_LABEL, layOutFigure } from '#shared/board/figure-layout.ts';
import { figureSvg } from '#shared/board/figure-svg.ts';
import { PHASES, type BoardItem } from '#shared/model/board.ts';
import type { BoardItemId } from '#shared/model/ids.ts';
import { board } from './harbour-board.ts';
import { at } from './harbour-evidence.ts';
import { work } from './harbour-case.ts';
import { HOSTILE } from './hostile-case.ts';

const OPTIONS = { width: 650, maxHeight: 860, lanes: 'phase' } as const;

function laidOut(items: readonly BoardItem[]): FigureLayout {
  const layout = layOutFigure(items, work.links.values(), OPTIONS);
  if (layout === undefined) throw new Error('nothing to draw');
  return layout;
}

function manyItems(count: number): readonly BoardItem[] {
  const start = at('2026-05-11T00:00:00Z');
  return Array.from({ length: count }, (_, n): BoardItem => {
    const [template] = board;
    if (template === undefined) throw new Error('the board is empty');
    const spread = BigInt((n * 7_919) % 172_800) * 1_000_000_000n;
    return {
      ...template,
      id: `many-${n}` as BoardItemId,
      time: (start + spread) as BoardItem['time'] & bigint,
      phase: PHASES[n % PHASES.length] ?? 'response',
    };
  });
}

describe('the time axis', () => {
  it('folds long stretches, keeps order, and leaves no time outside', () => {
    const times = board.flatMap(({ time, end }) => [time ?? 0n, end ?? time ?? 0n]);
    const sorted = [...new Set(times)].sort((a, b) => (a < b ? -1 : 1));
    const axis = axisOf(sorted, 100, 550);
    expect(axis.folds.map(({ label }) => label)).toEqual(['10 h', '4 h', '9 h', '2 h']);
    const places = sorted.map((time) => axis.xOf(time));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...places)).toBeLessThanOrEqual(650);
    for (const { ticks, left, right } of axis.segments) {
      expect(ticks.length).toBeGreaterThan(0);
      for (const { x } of ticks) {
        expect(x).toBeGreaterThanOrEqual(left);
        expect(x).toBeLessThanOrEqual(right);
      }
    }
  });

  it.each([
    ['one moment', [at('2026-05-11T00:00:00Z')]],
    ['a second', [at('2026-05-11T00:00:00Z'), at('2026-05-11T00:00:01Z')]],
    ['nine years', [at('2017-01-01T00:00:00Z'), at('2026-05-11T00:00:01Z')]],
  ])('can show %s', (_, times) => {
    const axis = axisOf(times, 0, 500);
    for (const time of times) expect(axis.xOf(time)).toSatisfy((x: number) => x >= 0 && x <= 500);
    expect(axis.segments.flatMap(({ ticks }) => ticks).length).toBeLessThan(60);
  });
});

describe('the drawing', () => {
  it('has no label of the time axis on another', () => {
    const layout = laidOut(manyItems(1));
    const [segment] = layout.axis.segments;
    if (segment === undefined) throw new Error('no axis');
    const ticks = [100, 112, 130, 141].map((x) => ({ x, label: '09:30' }));
    const crowded = { ...layout, axis: { ...layout.axis, segments: [{ ...segment, ticks }] } };
    const svg = figureSvg(crowded, 'x').toString();
    const labels = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>09:30</g)].map(([, x]) => Number(x));
    expect(labels).toEqual([100, 130]);
    expect(svg.match(/stroke="#d9d9d4"/g)).toHaveLength(4);
  });

  it('has every dated item, numbered as in the table', () => {
    const layout = laidOut(board);
    const numbers = layout.lanes.flatMap(({ items }) => items.map(({ number }) => number));
    expect(numbers.sort()).toEqual(board.map((_, n) => `B${n + 1}`).sort());
    expect(layout.undated + layout.grouped).toBe(0);
    expect(layout.links).toHaveLength(3);
  });

  it('keeps labels of a lane apart and within the page', () => {
    for (const { items } of laidOut(board).lanes) {
      const boxes = items.map(({ x, y, label, labelSide }) => {
        const width = label.length * 4.55 + 8;
        const left = labelSide === 'right' ? x : x - width;
        return { y, left, right: left + width };
      });
      for (const [n, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(LANE_LABEL - 8);
        expect(box.right).toBeLessThanOrEqual(OPTIONS.width + 8);
        const clash = boxes
          .slice(n + 1)
          .filter((o) => o.y === box.y && o.left < box.right - 6 && o.right - 6 > box.left);
        expect(clash).toEqual([]);
      }
    }
  });

  it('counts what it cannot draw: 2,000 items on one page, quickly', () => {
    const started = performance.now();
    const layout = laidOut(manyItems(2_000));
    expect(performance.now() - started).toBeLessThan(2_000);
    const drawn = layout.lanes.reduce((sum, { items }) => sum + items.length, 0);
    const grouped = layout.lanes.flatMap(({ groups }) => groups);
    expect(drawn + grouped.reduce((sum, { count }) => sum + count, 0)).toBe(2_000);
    expect(layout.grouped).toBeGreaterThan(0);
    expect(layout.height).toBeLessThanOrEqual(OPTIONS.maxHeight);
  });

  it('gives counts a row of their own, apart from each other', () => {
    const crowded = laidOut(manyItems(400)).lanes.filter(({ groups }) => groups.length > 0);
    expect(crowded.length).toBeGreaterThan(0);
    for (const { items, groups } of crowded) {
      const rows = new Set(items.map(({ y }) => y));
      for (const { y } of groups) expect(rows.has(y)).toBe(false);
      const places = groups.map(({ x }) => x);
      for (const [n, x] of places.entries()) {
        if (n > 0) expect(x - (places[n - 1] ?? 0)).toBeGreaterThanOrEqual(30);
      }
    }
  });

  it('names items by number alone before it leaves any out', () => {
    const layout = laidOut(manyItems(120));
    expect(layout.grouped).toBe(0);
    const labels = layout.lanes.flatMap(({ items }) => items.map(({ label }) => label));
    expect(labels.filter((label) => /^B\d+$/.test(label)).length).toBeGreaterThan(0);
  });

  it('keeps dates apart, however close their ticks are', () => {
    for (const hours of [9, 30, 24 * 12, 24 * 400]) {
      const start = at('2026-05-11T22:14:00Z');
      const [item] = board;
      if (item === undefined) throw new Error('the board is empty');
      const { end: _, ...moment } = item;
      const items = [0, hours].map((later, n) => ({
        ...moment,
        id: `date-${n}` as BoardItemId,
        time: (start + BigInt(later) * 3_600_000_000_000n) as BoardItem['time'] & bigint,
      }));
      const svg = figureSvg(laidOut(items), 'x').toString();
      const places = [...svg.matchAll(/<text x="([\d.]+)" y="9"/g)].map(([, x]) => Number(x));
      expect(places.length).toBeGreaterThan(0);
      for (const [n, x] of places.entries()) {
        if (n > 0) expect(x - (places[n - 1] ?? 0)).toBeGreaterThanOrEqual(50);
      }
    }
  });

  it('says standing by shape and confidence by filling, never by colour alone', () => {
    const mark = (standing: BoardItem['standing'], confidence: BoardItem['confidence']): string => {
      const [first] = board;
      if (first === undefined) throw new Error('the board is empty');
      const svg = figureSvg(laidOut([{ ...first, standing, confidence }]), 'x').toString();
      return /<g>[\s\S]*?<text/.exec(svg)?.[0] ?? '';
    };
    const all = (['proven', 'inferred', 'assumed'] as const).flatMap((standing) =>
      (['high', 'medium', 'low'] as const).map((confidence) => mark(standing, confidence)),
    );
    expect(new Set(all).size).toBe(9);
  });

  it('escapes what titles and hosts hold', () => {
    const items = board.map((one) => ({ ...one, title: HOSTILE, host: HOSTILE }));
    const layout = layOutFigure(items, [], { ...OPTIONS, lanes: 'host' });
    if (layout === undefined) throw new Error('nothing to draw');
    const svg = figureSvg(layout, HOSTILE).toString();
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    const names = new Set([...parsed.querySelectorAll('*')].map(({ localName }) => localName));
    expect([...names].sort()).toEqual([
      'g',
      'line',
      'path',
      'rect',
      'svg',
      'text',
      'title',
      'tspan',
    ]);
  });

  it('is left out where no item has a time', () => {
    expect(layOutFigure([], [], OPTIONS)).toBeUndefined();
    const { time: _, ...undated } = board[0] ?? manyItems(1)[0] ?? { time: 0n };
    expect(layOutFigure([undated as BoardItem], [], OPTIONS)).toBeUndefined();
  });
});
