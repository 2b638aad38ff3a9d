import { markup } from '#shared/report/markup.ts';
import { markingHtml } from '#shared/response/tlp-label.ts';
import { markingOf } from './front-matter.ts';
import type { ReportModel } from '../model.ts';

/**
 * What every page carries, as templates of Chromium's printing: classification and title above; case, classification and
 * page number below, since the Traffic Light Protocol wants its label in both. They are documents of their own, so their style is inline.
 */
export function pageFurniture(model: ReportModel): { header: string; footer: string } {
  const { title } = model.header;
  const marking = markingHtml(markingOf(model.header));
  const header = markup`<div style="${LINE}"><span style="font-weight:bold;letter-spacing:0.04em">${marking}</span><span style="${CUT}">${title}</span></div>`;
  const footer = markup`<div style="${LINE}"><span style="${CUT}">${model.case.title} · ${model.case.id}</span><span style="flex:none;font-weight:bold;letter-spacing:0.04em">${marking}</span><span style="flex:none">Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;
  return { header: header.toString(), footer: footer.toString() };
}

const LINE =
  'width:100%;margin:0 19mm;padding:0 0 1mm;display:flex;justify-content:space-between;gap:8mm;font:7.5px Inter,Arial,sans-serif;color:#4a4d55';
const CUT = 'overflow:hidden;white-space:nowrap;text-overflow:ellipsis;max-width:120mm';
