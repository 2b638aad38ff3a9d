import { readFileSync } from 'node:fs';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfContent {
  /** Text of each page, runs joined as they stand, spaces single. */
  readonly pages: readonly string[];
  /** Titles of the outline, in order, nested ones after their parents. */
  readonly outline: readonly string[];
  readonly tagged: boolean;
  /** Width and height of the first page in points. */
  readonly size: readonly [number, number];
  /** Title, author, subject, keywords. */
  readonly properties: unknown;
}

/** What a PDF says, as another program reads it. */
export async function readPdf(path: string): Promise<PdfContent> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  try {
    const pages: string[] = [];
    for (let n = 1; n <= pdf.numPages; n++) pages.push(await pageText(pdf, n));
    const first = await pdf.getPage(1);
    const { width, height } = first.getViewport({ scale: 1 });
    const mark = (await pdf.getMarkInfo()) as { readonly Marked?: boolean } | null;
    return {
      pages,
      outline: titles(await pdf.getOutline()),
      tagged: mark?.Marked === true && (await first.getStructTree()) !== null,
      size: [width, height],
      properties: (await pdf.getMetadata()).info,
    };
  } finally {
    await pdf.destroy();
  }
}

async function pageText(pdf: PDFDocumentProxy, n: number): Promise<string> {
  const { items } = await (await pdf.getPage(n)).getTextContent();
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    .join('')
    .replaceAll(/\s+/g, ' ');
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

const titles = (items: readonly OutlineItem[] | null): readonly string[] =>
  (items ?? []).flatMap(({ title, items: below }) => [title, ...titles(below)]);
