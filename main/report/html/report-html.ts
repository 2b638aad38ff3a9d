import { markup, trusted, visibleText } from '#shared/report/markup.ts';
import type { PdfAbout } from '#shared/report/pdf-metadata.ts';
import { anchorsIn, type Chapter } from '../chapters.ts';
import type { OutgoingReport } from '../outgoing.ts';
import { blocksHtml, headingHtml } from './block-html.ts';
import {
  briefHeadHtml,
  contentsHtml,
  coverHtml,
  integrityHtml,
  kindOf,
  markingOf,
} from './front-matter.ts';
import type { Anchors } from './inline-html.ts';
import { pageFurniture } from './page-furniture.ts';
import { reportStyle } from './style.ts';

export interface PrintableReport {
  readonly html: string;
  readonly header: string;
  readonly footer: string;
  readonly about: PdfAbout;
}

/** The report as one document that holds all it needs and runs nothing. */
export function reportHtml(
  { model, chapters, tally }: OutgoingReport,
  page: 'A4' | 'Letter',
): PrintableReport {
  const anchors = new Set(chapters.flatMap(({ blocks }) => [...anchorsIn(blocks)]));
  const main = chapters.map((chapter) => chapterHtml(chapter, anchors));
  const body =
    model.header.layout === 'brief'
      ? markup`<main class="brief">${briefHeadHtml(model)}${main}${integrityHtml(model, tally)}</main>`
      : markup`${coverHtml(model, tally)}${contentsHtml(chapters)}<main>${main}</main>`;
  const html = markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer"><meta name="generator" content="${model.tool}"><meta name="author" content="${model.analyst.name}"><title>${model.header.title}</title><style>${trusted(reportStyle(page))}</style></head><body>${body}</body></html>
`;
  return { html: html.toString(), ...pageFurniture(model), about: aboutOf(model) };
}

/** What the file says of itself, wherever it says it. */
export const aboutOf = ({ header, analyst }: OutgoingReport['model']): PdfAbout => ({
  title: plain(header.title),
  author: plain(analyst.name),
  subject: plain(kindOf(header)),
  keywords: plain(markingOf(header)),
});

/** On one line, with what is hidden in it spelt out. */
const plain = (text: string): string => visibleText(text).replaceAll('\n', ' ').slice(0, 1_000);

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

function chapterHtml(chapter: Chapter, anchors: Anchors) {
  const { number, anchor, title, level, appendix, startsPage, blocks } = chapter;
  const heading = headingHtml(
    { kind: 'heading', level, number, anchor, text: [{ kind: 'text', text: title, marks: [] }] },
    anchors,
  );
  return markup`<section class="chapter${appendix && ' appendix'}${startsPage && ' starts-page'}">${heading}${blocksHtml(blocks, anchors)}</section>`;
}
