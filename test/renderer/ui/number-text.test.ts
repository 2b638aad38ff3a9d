import { describe, expect, it } from 'vitest';
import { bytesText, compactCount, durationText, percentText } from '#renderer/ui/number-text.ts';

describe('numbers on screen', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1k'],
    [1_200, '1.2k'],
    [12_000, '12k'],
    [120_000, '120k'],
    [4_812_330, '4.81M'],
    [100_000_000, '100M'],
    [2_500_000_000, '2.5G'],
  ])('count %i as %s', (count, text) => expect(compactCount(count)).toBe(text));

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_234_567, '1.23 MB'],
    [999_999, '1.00 MB'],
    [100_000, '100 kB'],
  ])('%i bytes are %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));

  it.each([
    [8, '8 s'],
    [200, '3 min 20 s'],
    [3_600, '1 h'],
    [3_900, '1 h 05 min'],
    [183_600, '2 d 3 h'],
  ])('%i seconds are %s', (seconds, text) => expect(durationText(seconds)).toBe(text));

  it('never call a share whole or nothing that is not', () => {
    expect(percentText(1)).toBe('100 %');
    expect(percentText(0.99999)).toBe('99.9 %');
    expect(percentText(0.0000001)).toBe('< 0.1 %');
    expect(percentText(0)).toBe('0 %');
  });
});
