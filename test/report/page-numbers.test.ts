import { describe, expect, it } from 'vitest';
import { destinationPages, withPageNumbers } from '#shared/report/page-numbers.ts';

/** A PDF as Skia lays it out: plain objects, a classic cross-reference table, a tree of pages. */
function pdf(destinations: string): string {
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R\n/Dests 8 0 R>>',
    '<</Type /Pages\n/Count 3\n/Kids [3 0 R 6 0 R]>>',
    '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>',
    '<</Type /Page\n/Parent 3 0 R>>',
    '<</Type /Page\n/Parent 3 0 R>>',
    '<</Type /Page\n/Parent 2 0 R>>',
    '<</Length 20>> stream\n/section-1 [9 0 R]\nendstream',
    destinations,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const offset = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}trailer\n<</Size 9\n/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
}

const DESTINATIONS =
  '<</section-1 [4 0 R /XYZ 6 168 0]\n/section-2-1 [6 0 R /XYZ 6 170 0]\n/gone [99 0 R /XYZ 0 0 0]>>';

describe('page numbers', () => {
  it('are read from the named destinations of a PDF, through its tree of pages', () => {
    expect([...destinationPages(pdf(DESTINATIONS))]).toEqual([
      ['section-1', 1],
      ['section-2-1', 3],
    ]);
  });

  it('fill the places that the contents leave open, and only those', () => {
    const open = (anchor: string): string => `<span class="page" data-page-of="${anchor}"></span>`;
    const html = `${open('section-1')}${open('section-2-1')}${open('section-9')}`;
    expect(withPageNumbers(html, pdf(DESTINATIONS))).toBe(
      `<span class="page">1</span><span class="page">3</span>${open('section-9')}`,
    );
  });

  it.each([
    ['nothing', ''],
    ['another file', 'PK\u0003\u0004 rubbish'],
    ['a PDF without destinations', pdf('<<>>')],
    ['a table that points beyond the end', `${pdf(DESTINATIONS)}startxref\n99999999\n%%EOF`],
    [
      'a tree of pages that is a circle',
      pdf(DESTINATIONS).replace('[4 0 R 5 0 R]', '[2 0 R 2 0 R]'),
    ],
  ])('are left open for %s', (_, source) => {
    const html = '<span class="page" data-page-of="section-1"></span>';
    expect(withPageNumbers(html, source)).toBeUndefined();
  });
});
