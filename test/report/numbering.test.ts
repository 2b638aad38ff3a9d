import { describe, expect, it } from 'vitest';
import type { SectionId } from '#shared/model/ids.ts';
import type { ReportSection } from '#shared/model/report.ts';
import { EMPTY_DOCUMENT } from '#shared/report/check-document.ts';
import { letters, numberSections } from '#shared/report/numbering.ts';

let made = 0;
const section = (rank: string, level: 1 | 2, appendix = false): ReportSection => ({
  id: `section-${made++}` as SectionId,
  rank,
  level,
  title: rank,
  appendix,
  content: EMPTY_DOCUMENT,
});
const numbers = (...sections: ReportSection[]): readonly string[] =>
  numberSections(sections).map(({ number, section: { title } }) => `${number} ${title}`);

describe('numbering', () => {
  it('gives chapters figures, appendices letters, subsections both, by rank', () => {
    expect(
      numbers(
        section('d', 1, true),
        section('a', 1),
        section('c', 1),
        section('b', 2),
        section('e', 2, true),
        section('bb', 2),
      ),
    ).toEqual(['1 a', '1.1 b', '1.2 bb', '2 c', 'A d', 'A.1 e']);
  });

  it('makes a chapter of a subsection that has none above it', () => {
    expect(numbers(section('a', 2), section('b', 2), section('c', 2, true))).toEqual([
      '1 a',
      '1.1 b',
      'A c',
    ]);
  });

  it('goes on after Z', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(letters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });

  it('gives every section an anchor of its own', () => {
    const all = numberSections([section('a', 1), section('b', 2), section('c', 1, true)]);
    expect(all.map(({ anchor }) => anchor)).toEqual(['section-1', 'section-1-1', 'section-a']);
  });
});
