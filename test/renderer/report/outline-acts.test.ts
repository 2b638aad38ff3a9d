import { describe, expect, it } from 'vitest';
import { addSection, moveSection } from '#renderer/screens/report/outline/outline-acts.ts';
import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { ReportSection } from '#shared/model/report.ts';
import { EMPTY_DOCUMENT } from '#shared/report/check-document.ts';
import { numberSections } from '#shared/report/numbering.ts';
import type { OpBody } from '#shared/work/op.ts';
import type { WorkReport } from '#shared/work/work-state.ts';

const id = (name: string): SectionId => name as SectionId;

const section = (name: string, rank: string, appendix = false): ReportSection => ({
  id: id(name),
  rank,
  level: 1,
  title: name,
  appendix,
  content: EMPTY_DOCUMENT,
});

const report = (...sections: ReportSection[]): WorkReport => ({
  id: 'report-1' as ReportId,
  header: { title: 'Report', classification: '', template: 'blank' },
  sections: new Map(sections.map((one) => [one.id, one])),
});

const start = report(
  section('a', 'a0'),
  section('b', 'a1'),
  section('c', 'a2'),
  section('x', 'a3', true),
  section('y', 'a4', true),
);

/** Titles in the order they print, after the operations. */
function after(bodies: readonly OpBody[]): string {
  const sections = new Map(start.sections);
  for (const body of bodies) {
    if (body.kind === 'report.section') sections.set(body.section.id, body.section);
    if (body.kind !== 'report.order') continue;
    const moved = sections.get(body.section);
    if (moved !== undefined) sections.set(body.section, { ...moved, rank: body.rank });
  }
  return numberSections([...sections.values()])
    .map(({ section: { title } }) => title)
    .join(' ');
}

describe('the outline', () => {
  it('adds a section right after the one written in, of its kind', () => {
    expect(after([addSection(start, id('a'), id('new'))])).toBe('a New section b c x y');
    expect(after([addSection(start, id('c'), id('new'))])).toBe('a b c New section x y');
    expect(after([addSection(start, id('x'), id('new'))])).toBe('a b c x New section y');
    expect(after([addSection(start, undefined, id('new'))])).toBe('a b c New section x y');
  });

  it('moves a section by one place among its kind, and not past the ends', () => {
    expect(after(moveSection(start, id('b'), -1))).toBe('b a c x y');
    expect(after(moveSection(start, id('b'), 1))).toBe('a c b x y');
    expect(after(moveSection(start, id('y'), -1))).toBe('a b c y x');
    expect(moveSection(start, id('a'), -1)).toEqual([]);
    expect(moveSection(start, id('c'), 1)).toEqual([]);
    expect(moveSection(start, id('x'), -1)).toEqual([]);
  });
});
