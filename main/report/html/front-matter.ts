import { type Markup, markup } from '#shared/report/markup.ts';
import { markingHtml } from '#shared/response/tlp-label.ts';
import { dayText } from '#shared/report/time-text.ts';
import type { Fact } from '#shared/report/content/block.ts';
import { code, type Inline, lineBreak, text } from '#shared/report/content/inline.ts';
import type { Chapter } from '../chapters.ts';
import { inlineHtml } from './inline-html.ts';
import type { ReportModel } from '../model.ts';
import type { OutgoingReport } from '../outgoing.ts';

/** First page: what this is, who may read it, who made it when from what, and what it is bound to. */
export function coverHtml(model: ReportModel, tally: OutgoingReport['tally']): Markup {
  const { classification, organisation, subtitle, title } = model.header;
  return markup`<section class="cover"><div class="cover-top"><p class="organisation">${organisation ?? ''}</p>${classification.trim() !== '' && markup`<p class="classification">${markingHtml(classification)}</p>`}</div><div class="cover-title"><p class="kind">${kindOf(model.header)}</p><p class="title">${title}</p>${subtitle !== undefined && markup`<p class="subtitle">${subtitle}</p>`}</div><dl class="cover-facts">${factsHtml(coverFacts(model))}</dl>${integrityHtml(model, tally)}</section>`;
}

const NO_ANCHORS = new Set<string>();

const factsHtml = (facts: readonly Fact[]): readonly Markup[] =>
  facts.map(({ name, value }) => markup`<dt>${name}</dt><dd>${inlineHtml(value, NO_ANCHORS)}</dd>`);

/** What stands on the cover under the title. */
export function coverFacts(model: ReportModel): readonly Fact[] {
  const { header, events, evidence } = model;
  const missing = events.list.filter(({ found }) => !found).length;
  const resolve = missing === 0 ? 'all resolve' : `${missing} do not resolve`;
  const cited =
    events.list.length === 0 ? 'none' : `${plural(events.list.length, 'event')}, ${resolve}`;
  return [
    { name: 'Case', value: [text(model.case.title)] },
    { name: 'Case id', value: [code(model.case.id)] },
    { name: 'Analyst', value: [text(model.analyst.name)] },
    { name: 'Report made', value: [text(stamp(model.madeAt))] },
    ...(header.state === undefined ? [] : [{ name: 'Status', value: [text(statusText(header))] }]),
    { name: 'Evidence', value: [text(plural(evidence.length, 'sealed file'))] },
    { name: 'Citations', value: [text(cited)] },
  ];
}

/** The classification, and that it is not the last word where it is not. */
export function markingOf({ classification, state }: ReportModel['header']): string {
  const unfinished = state === 'draft' ? 'DRAFT' : state === 'review' ? 'IN REVIEW' : '';
  return [classification, unfinished].filter((part) => part.trim() !== '').join(' · ');
}

/** `12 places by 2 redactions; each shows its label`. */
export function redactedText(tally: OutgoingReport['tally']): string {
  const places = [...tally.values()].reduce((sum, n) => sum + n, 0);
  return `${plural(places, 'place')} by ${plural(tally.size, 'redaction')}; a label stands in each`;
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

const stamp = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

/** What ties the paper to the case: change one byte of either log or of a sealed file, and these no longer fit. */
export function integrityFacts(
  { heads, custody, analyst, tool }: ReportModel,
  tally: OutgoingReport['tally'],
): readonly Fact[] {
  const state = custody.intact
    ? [text('chain and signatures intact')]
    : [text('NOT INTACT', 'strong')];
  return [
    {
      name: 'Custody ledger',
      value: [
        text(`entry ${heads.ledger.lines - 1}, `),
        ...state,
        lineBreak,
        code(heads.ledger.hash),
      ],
    },
    {
      name: 'Work log',
      value: [text(`entry ${heads.work.lines - 1}`), lineBreak, code(heads.work.hash)],
    },
    { name: 'Signed by', value: [text('key '), code(analyst.id), text(' (Ed25519)')] },
    { name: 'Made with', value: [text(tool)] },
    ...(tally.size === 0 ? [] : [{ name: 'Redacted', value: [text(redactedText(tally))] }]),
  ];
}

export const integrityHtml = (model: ReportModel, tally: OutgoingReport['tally']): Markup =>
  markup`<section class="integrity"><p class="integrity-title">Integrity</p><dl>${factsHtml(integrityFacts(model, tally))}</dl><p>${inlineHtml(PROOF_NOTE, NO_ANCHORS)}</p></section>`;

export const PROOF_NOTE: readonly Inline[] = [
  text(
    'The proof pack beside this report lists every cited record with its digest and is signed. ',
  ),
  code('fireline verify'),
  text(' checks it against the sealed evidence.'),
];

/** For a brief document: what a cover says, in a few lines above the text. */
export function briefHeadHtml(model: ReportModel): Markup {
  const { header, analyst, madeAt } = model;
  const { classification, organisation, subtitle, title } = header;
  return markup`<header class="brief-head"><div class="cover-top"><p class="organisation">${organisation ?? ''}</p>${classification.trim() !== '' && markup`<p class="classification">${markingHtml(classification)}</p>`}</div><p class="kind">${kindOf(header)}</p><p class="title">${title}</p>${subtitle !== undefined && markup`<p class="subtitle">${subtitle}</p>`}<p class="brief-facts">${model.case.title} · ${analyst.name} · ${stamp(madeAt)}${header.state !== undefined && ` · ${statusText(header)}`}</p></header>`;
}

/** `Approved by Karin Nyberg, 23 Nov 2026 10:12 UTC`. */
export function statusText({ state, reviewer, approvedAt }: ReportModel['header']): string {
  const by = reviewer === undefined || reviewer === '' ? '' : ` by ${reviewer}`;
  if (state === 'review') return `In review${by}`;
  if (state !== 'approved') return 'Draft';
  return `Approved${by}${approvedAt === undefined ? '' : `, ${dayText(approvedAt)}`}`;
}

export const kindOf = ({ kind }: ReportModel['header']): string => kind ?? 'Incident report';

/** Contents with page numbers left open: they are known once the document has been laid out. */
export function contentsHtml(chapters: readonly Chapter[]): Markup {
  const entries = chapters.map(
    ({ number, anchor, title, level }) =>
      markup`<li class="level-${level}"><a href="#${anchor}"><span class="number">${number}</span><span class="name">${title}</span><span class="leader"></span><span class="page" data-page-of="${anchor}"></span></a></li>`,
  );
  return markup`<nav class="contents"><p class="contents-title">Contents</p><ol>${entries}</ol></nav>`;
}
