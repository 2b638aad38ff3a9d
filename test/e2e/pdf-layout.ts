import { readFileSync } from 'node:fs';
import type { PDFPageProxy } from 'pdfjs-dist';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text on a page. Points, from the page's lower left corner. */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  /** Of the structure around it, the innermost that says what it is: H1 to H6, TH, TD, Caption, P, … */
  readonly role: string;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
}

/** Where each run of text stands on each page, and what it is by the tags. */
export async function layoutOf(path: string): Promise<readonly Sheet[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  try {
    const sheets: Sheet[] = [];
    for (let n = 1; n <= pdf.numPages; n++) sheets.push(await sheetOf(await pdf.getPage(n)));
    return sheets;
  } finally {
    await pdf.destroy();
  }
}

async function sheetOf(page: PDFPageProxy): Promise<Sheet> {
  const { width, height } = page.getViewport({ scale: 1 });
  const roles = new Map<string, string>();
  noteRoles(await page.getStructTree(), '', roles);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: string[] = [];
  const runs: Run[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push((item as { readonly id?: string }).id ?? '');
      continue;
    }
    if (item.str.trim() === '') continue;
    const [, , , size, left, base] = item.transform as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const role = open.map((id) => roles.get(id) ?? '').findLast((one) => one !== '') ?? '';
    runs.push({ text: item.str, left, right: left + item.width, base, size, role });
  }
  return { width, height, runs };
}

interface Tagged {
  readonly role: string;
  readonly children: readonly (Tagged | { readonly type: string; readonly id: string })[];
}

const TELLING = /^(H\d?|TH|TD|Caption|LI|P|Figure)$/;

function noteRoles(node: Tagged | null, around: string, roles: Map<string, string>): void {
  for (const child of node?.children ?? []) {
    if (!('role' in child)) roles.set(child.id, around);
    else {
      // A paragraph in a cell of a table's head is of the head.
      const inner = TELLING.test(child.role) && around !== 'TH' ? child.role : around;
      noteRoles(child, inner, roles);
    }
  }
}
