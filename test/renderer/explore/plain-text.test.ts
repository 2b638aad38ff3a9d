import { describe, expect, it } from 'vitest';
import type { Histogram } from '#shared/ipc/events.ts';
import { histogramText } from '#renderer/screens/explore/histogram/histogram-text.ts';
import { aroundSilence, windowRange } from '#renderer/screens/explore/rhythm/rhythm-ranges.ts';
import { rhythmText } from '#renderer/screens/explore/rhythm/rhythm-entries.ts';
import { stackText } from '#renderer/screens/explore/stack/stack-rows.ts';
import { EVERYTHING } from '#renderer/screens/explore/view.ts';

const NINE = BigInt(Date.UTC(2026, 4, 12, 9)) * 1_000_000n;
const MINUTE = 60_000_000_000n;

describe('the histogram as text', () => {
  it('tells each bar, and stretches without any as one', () => {
    const histogram: Histogram = {
      start: NINE,
      binWidth: MINUTE,
      counts: Float64Array.of(2, 0, 0, 0, 5),
      byCategory: [
        { category: 'authentication', counts: Float64Array.of(1, 0, 0, 0, 5) },
        { category: 'process', counts: Float64Array.of(1, 0, 0, 0, 0) },
      ],
      undated: 3,
    };
    const { text } = histogramText(histogram, { ...EVERYTHING, query: 'a' }, 'utc');
    expect(text.split('\n')).toEqual([
      '7 events in 5 bars of 1 min; 3 undated. Query: a; all of time. Times in UTC.',
      '',
      '2026-05-12 09:00 – 09:01: 2; Identity 1, Execution 1',
      '2026-05-12 09:01 – 09:04: none',
      '2026-05-12 09:04 – 09:05: 5 (most); Identity 5',
    ]);
  });
});

describe('gaps and bursts', () => {
  const silence = { from: NINE, to: NINE + 600n * MINUTE };

  it('open with both ends of a silence in view, and a window exactly', () => {
    expect(aroundSilence(silence)).toEqual({
      from: NINE - 60n * MINUTE,
      to: NINE + 660n * MINUTE + 1n,
    });
    expect(windowRange({ from: NINE, count: 3 }, MINUTE)).toEqual({
      from: NINE,
      to: NINE + MINUTE,
    });
  });

  it('as text say how long, when, and how much more than the average', () => {
    const text = rhythmText(
      {
        silences: [silence],
        bursts: [{ from: NINE, count: 30 }],
        width: MINUTE,
        windows: 4,
        dated: 40,
        undated: 0,
      },
      'utc',
    );
    expect(text.split('\n')).toEqual([
      'Longest silences, from one match to the next:',
      '10 h: 2026-05-12 09:00:00.000 – 19:00:00.000',
      '',
      'Fullest windows. Of 1 min each, from whole multiples of it in UTC. A window that holds any holds 10 on average.',
      '30 events: 2026-05-12 09:00 – 09:01; 3.0 × the average',
    ]);
  });
});

describe('a stack as text', () => {
  it('has a head, a line for each value and one for none', () => {
    const text = stackText({
      field: 'user',
      values: [{ value: 'a\tb', count: 3, first: NINE, last: NINE + MINUTE }],
      distinct: 1,
      missing: 1,
      total: 4,
    });
    expect(text.split('\n').map((line) => line.split('\t'))).toEqual([
      ['user', 'events', 'share', 'first seen', 'last seen'],
      [
        expect.not.stringContaining('\t'),
        '3',
        '0.750000',
        '2026-05-12T09:00:00.000Z',
        '2026-05-12T09:01:00.000Z',
      ],
      ['(none)', '1', '0.250000', '', ''],
    ]);
  });
});
