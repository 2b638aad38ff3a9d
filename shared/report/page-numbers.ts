/**
 * Page numbers for the table of contents. CSS in Chromium cannot count the pages of link targets, but the PDF it
 * prints names every target with its page: print once, read them, fill them in, print again. The numbers stand in
 * boxes of fixed width, so that filling them in moves nothing.
 * @param pdf the file's bytes as Latin-1 text
 * @returns undefined when there is nothing to fill in
 */
export function withPageNumbers(html: string, pdf: string): string | undefined {
  const pages = destinationPages(pdf);
  let filled = 0;
  const numbered = html.replace(OPEN_NUMBER, (whole, anchor: string) => {
    const page = pages.get(anchor);
    if (page === undefined) return whole;
    filled++;
    return `<span class="page">${page}</span>`;
  });
  return filled === 0 ? undefined : numbered;
}

const OPEN_NUMBER = /<span class="page" data-page-of="([a-z0-9-]+)"><\/span>/g;

/**
 * Pages (from 1) of the named destinations of a PDF as Skia writes it: plain objects, a cross-reference table
 * (ISO 32000-1, 7.5.4), `Dests` in the catalogue. Empty for a PDF that is written otherwise.
 */
export function destinationPages(source: string): ReadonlyMap<string, number> {
  const objects = crossReferences(source);
  const object = (reference: string | undefined): string => {
    const start = reference === undefined ? undefined : objects.get(reference);
    if (start === undefined) return '';
    return source.slice(start, source.indexOf('endobj', start));
  };
  const root = object(/trailer[\s\S]{0,400}?\/Root (\d+) 0 R/.exec(tailOf(source))?.[1]);
  const order = new Map<string, number>();
  numberPages(/\/Pages (\d+) 0 R/.exec(root)?.[1], object, order, new Set());
  const pages = new Map<string, number>();
  const destinations = object(/\/Dests (\d+) 0 R/.exec(root)?.[1]);
  for (const [, name = '', page = ''] of destinations.matchAll(/\/([\w-]+) \[(\d+) 0 R/g)) {
    const number = order.get(page);
    if (number !== undefined) pages.set(name, number);
  }
  return pages;
}

const tailOf = (source: string): string => source.slice(Math.max(0, source.length - 2_000));

/** Object number → offset. */
function crossReferences(source: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tailOf(source))?.[1];
  const head = /^xref\s+0 (\d+)\s*\n/.exec(source.slice(Number(start), Number(start) + 60));
  if (start === undefined || head === null) return offsets;
  const first = Number(start) + head[0].length;
  for (let n = 0; n < Number(head[1]); n++) {
    const entry = source.slice(first + n * 20, first + n * 20 + 18);
    if (entry.endsWith(' n')) offsets.set(String(n), Number(entry.slice(0, 10)));
  }
  return offsets;
}

function numberPages(
  node: string | undefined,
  object: (reference: string | undefined) => string,
  order: Map<string, number>,
  seen: Set<string>,
): void {
  if (node === undefined || seen.has(node)) return;
  seen.add(node);
  const text = object(node);
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1];
  if (kids === undefined) {
    if (text.includes('/Type /Page')) order.set(node, order.size + 1);
    return;
  }
  for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) numberPages(kid, object, order, seen);
}
