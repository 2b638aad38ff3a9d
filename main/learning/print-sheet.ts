import type { LearningSheet } from '#shared/ipc/learning.ts';
import type { Part } from '#shared/report/markup.ts';
import { markup, trusted } from '#shared/report/markup.ts';
import sheet from '../../resources/print/learning.css?raw';
import { reportStyle } from '../report/html/style.ts';

export interface SheetAbout {
  readonly title: string;
  readonly case: { readonly id: string; readonly title: string };
  readonly page: 'A4' | 'Letter';
  readonly landscape: boolean;
  readonly printedAt: string;
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/** One document that holds all it needs and runs nothing, with what every page carries. */
export function printSheet(about: SheetAbout, body: Part): LearningSheet {
  const { title, page, landscape, printedAt } = about;
  const paper = landscape ? `@page{size:${page} landscape}` : '';
  const html = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer"><title>${title}</title><style>${trusted(`${reportStyle(page)}\n${sheet}\n${paper}`)}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>
`;
  const header = markup`<div style="${LINE}"><span style="${CUT}">${about.case.title}</span><span>${title}</span></div>`;
  const footer = markup`<div style="${LINE}"><span>As of ${printedAt} UTC · ${about.case.id}</span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
  return { html: html.toString(), header: header.toString(), footer: footer.toString() };
}

const LINE =
  'width:100%;margin:0 19mm;padding:0 0 1mm;display:flex;justify-content:space-between;gap:8mm;font:7.5px Inter,Arial,sans-serif;color:#4a4d55';
const CUT = 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis;max-width:120mm';
