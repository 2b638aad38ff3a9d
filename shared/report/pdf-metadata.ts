/** What a PDF says of itself in its properties. */
export interface PdfAbout {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
}

/**
 * A PDF with title, author, subject and keywords, by an update appended to it (ISO 32000-1, 7.5.6): Chromium writes
 * the title alone. Everything that was in it stays where it is.
 * @param source the file's bytes as Latin-1 text
 * @returns what is to be appended, as Latin-1 text; undefined for a PDF that is not written as Skia writes it
 */
export function pdfMetadata(source: string, about: PdfAbout): string | undefined {
  const tail = source.slice(-2_000);
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1];
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(tail)?.[1] ?? '';
  const root = /\/Root (\d+ \d+ R)/.exec(trailer)?.[1];
  const size = /\/Size (\d+)/.exec(trailer)?.[1];
  if (previous === undefined || root === undefined || size === undefined) return undefined;
  const known = /\/Info (\d+) 0 R/.exec(trailer)?.[1];
  const number = known === undefined ? Number(size) : Number(known);
  const dates = known === undefined ? '' : datesOf(source, known);
  const lead = source.endsWith('\n') ? '' : '\n';
  const object = `${number} 0 obj\n<</Title ${text(about.title)}\n/Author ${text(about.author)}\n/Subject ${text(about.subject)}\n/Keywords ${text(about.keywords)}\n/Creator ${text('Fireline')}${dates}>>\nendobj\n`;
  const at = source.length + lead.length;
  const place = String(at).padStart(10, '0');
  const table = `xref\n${number} 1\n${place} 00000 n \n`;
  const count = Math.max(Number(size), number + 1);
  return `${lead}${object}${table}trailer\n<</Size ${count}\n/Root ${root}\n/Info ${number} 0 R\n/Prev ${previous}>>\nstartxref\n${at + object.length}\n%%EOF\n`;
}

/** When it was made, as the first writing of it says. */
function datesOf(source: string, info: string): string {
  const start = source.lastIndexOf(`\n${info} 0 obj`);
  const object = start < 0 ? '' : source.slice(start, source.indexOf('endobj', start));
  return ['CreationDate', 'ModDate']
    .flatMap((name) => new RegExp(`/${name} \\([^)]*\\)`).exec(object)?.[0] ?? [])
    .map((entry) => `\n${entry}`)
    .join('');
}

/** A text string (7.9.2.2): UTF-16, big endian, in hexadecimal. */
const text = (value: string): string =>
  `<FEFF${Array.from({ length: value.length }, (_, n) => value.charCodeAt(n).toString(16).padStart(4, '0').toUpperCase()).join('')}>`;
