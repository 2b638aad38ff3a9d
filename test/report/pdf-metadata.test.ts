import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { pdfMetadata } from '#shared/report/pdf-metadata.ts';

/** A one-page PDF in the plain form in which Skia writes. */
function plainPdf(info: boolean): string {
  const objects = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>',
    ...(info ? ["<</Title (Old)\n/CreationDate (D:20261126100000+00'00')>>"] : []),
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = pdf.length;
    pdf += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = pdf.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${pdf}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<</Size ${size}\n/Root 1 0 R${info ? '\n/Info 4 0 R' : ''}>>\nstartxref\n${xref}\n%%EOF`;
}

const about = {
  title: 'Intrusion at “Åkerö” (2026)',
  author: 'Maria Lind',
  subject: 'Incident report',
  keywords: 'TLP:AMBER',
};

describe('the properties of a PDF', () => {
  it.each([true, false])(
    'are read back by a reader of its own, Info there before: %s',
    async (info) => {
      const pdf = plainPdf(info);
      const added = pdfMetadata(pdf, about);
      const data = Buffer.from(pdf + (added ?? ''), 'latin1');
      const read = await getDocument({ data: new Uint8Array(data) }).promise;
      expect(read.numPages).toBe(1);
      expect((await read.getMetadata()).info).toMatchObject({
        Title: about.title,
        Author: about.author,
        Subject: about.subject,
        Keywords: about.keywords,
      });
    },
  );

  it('are not added to what is not such a PDF', () => {
    expect(pdfMetadata('%PDF-1.7\nnothing', about)).toBeUndefined();
  });
});
