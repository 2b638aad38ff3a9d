import type { Instant } from '../../model/time.ts';
import type { Markup } from '../../report/markup.ts';
import { join, markup, trusted } from '../../report/markup.ts';
import { markingHtml } from '../tlp-label.ts';
import type { BriefLine, BriefSection } from './brief.ts';

export interface PrintedSections {
  readonly title: string;
  readonly subtitle: string;
  /** At the head and foot of each page: who may read it. */
  readonly marking: string;
  readonly sections: readonly BriefSection[];
  readonly timeText: (at: Instant) => string;
}

const STYLE = trusted(`
  html { font: 9pt/1.45 Inter, 'Helvetica Neue', Arial, sans-serif; color: #16181d; }
  body { margin: 0; }
  h1 { font-size: 14pt; margin: 0 0 2pt; }
  h2 { font-size: 10.5pt; margin: 12pt 0 4pt; padding-bottom: 2pt; border-bottom: 0.5pt solid #b9bbc1; break-after: avoid; }
  p { margin: 0 0 3pt; overflow-wrap: anywhere; white-space: pre-line; }
  ul { list-style: none; margin: 0; padding: 0; }
  li { display: grid; grid-template-columns: max-content 1fr; column-gap: 5mm; padding: 2.5pt 0; break-inside: avoid; }
  li.untimed { grid-template-columns: 1fr; }
  .soft { color: #4a4d55; }
  .late { font-weight: 700; }
  .time { font-variant-numeric: tabular-nums; white-space: nowrap; }
`);

/** Sections of lines as one self-contained document. Whatever people wrote is text in it. */
export function sectionsHtml(printed: PrintedSections): string {
  const { title, subtitle, marking, sections, timeText } = printed;
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>
<body><p class="soft">${markingHtml(marking)}</p><h1>${title}</h1><p class="soft">${subtitle}</p>
${join(
  sections.map(
    (one) =>
      markup`<h2>${one.title}</h2>${
        one.lines.length === 0
          ? markup`<p class="soft">${one.none}</p>`
          : markup`<ul>${one.lines.map((line) => lineHtml(line, timeText))}</ul>`
      }`,
  ),
)}</body></html>`.toString();
}

function lineHtml(
  { at, text, detail, late }: BriefLine,
  timeText: (at: Instant) => string,
): Markup {
  const what = markup`<div><p${late === true && markup` class="late"`}>${late === true && '! '}${text}</p>${
    detail !== undefined && markup`<p class="soft">${detail}</p>`
  }</div>`;
  return at === undefined
    ? markup`<li class="untimed">${what}</li>`
    : markup`<li><span class="time soft">${timeText(at)}</span>${what}</li>`;
}

/** The foot of each printed page, in Chromium's template: marking and page numbers. */
export const pageFoot = (marking: string): string =>
  markup`<div style="font: 8px Arial, sans-serif; color: #4a4d55; width: 100%; padding: 0 19mm; display: flex; justify-content: space-between;"><span>${markingHtml(marking)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`.toString();
