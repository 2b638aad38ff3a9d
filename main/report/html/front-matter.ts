import { type Markup, markup } from '#shared/report/markup.ts';
import { dayText } from '#shared/report/time-text.ts';
import type { Chapter } from '../chapters.ts';
import type { ReportModel } from '../model.ts';
import type { OutgoingReport } from '../outgoing.ts';

/** First page: what this is, who may read it, who made it when from what, and what it is bound to. */
export function coverHtml(model: ReportModel, tally: OutgoingReport['tally']): Markup {
  const { header, events, evidence } = model;
  const { classification, organisation, subtitle, title } = header;
  const resolved = events.list.filter(({ found }) => found).length;
  return markup`<section class="cover"><div class="cover-top"><p class="organisation">${organisation ?? ''}</p>${classification.trim() !== '' && markup`<p class="classification">${classification}</p>`}</div><div class="cover-title"><p class="kind">${kindOf(model.header)}</p><p class="title">${title}</p>${subtitle !== undefined && markup`<p class="subtitle">${subtitle}</p>`}</div><dl class="cover-facts">${fact('Case', markup`${model.case.title}`)}${fact('Case id', markup`<code>${model.case.id}</code>`)}${fact('Analyst', markup`${model.analyst.name}`)}${fact('Report made', markup`${stamp(model.madeAt)}`)}${header.state !== undefined && fact('Status', markup`${statusText(header)}`)}${fact('Evidence', markup`${plural(evidence.length, 'sealed file')}`)}${fact('Citations', markup`${plural(events.list.length, 'event')}, ${resolved === events.list.length ? 'all resolve' : `${events.list.length - resolved} do not resolve`}`)}</dl>${integrityHtml(model, tally)}</section>`;
}

/** `12 places by 2 redactions; each shows its label`. */
export function redactedText(tally: OutgoingReport['tally']): string {
  const places = [...tally.values()].reduce((sum, n) => sum + n, 0);
  return `${plural(places, 'place')} by ${plural(tally.size, 'redaction')}; a label stands in each`;
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

const fact = (name: string, value: Markup): Markup => markup`<dt>${name}</dt><dd>${value}</dd>`;

const stamp = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

/** What ties the paper to the case: change one byte of either log or of a sealed file, and these no longer fit. */
export function integrityHtml(
  { heads, custody, analyst, tool }: ReportModel,
  tally: OutgoingReport['tally'],
): Markup {
  return markup`<section class="integrity"><p class="integrity-title">Integrity</p><dl>${fact('Custody ledger', markup`entry ${heads.ledger.lines - 1}, ${custody.intact ? 'chain and signatures intact' : markup`<strong>NOT INTACT</strong>`}<br><code>${heads.ledger.hash}</code>`)}${fact('Work log', markup`entry ${heads.work.lines - 1}<br><code>${heads.work.hash}</code>`)}${fact('Signed by', markup`key <code>${analyst.id}</code> (Ed25519)`)}${fact('Made with', markup`${tool}`)}${tally.size > 0 && fact('Redacted', markup`${redactedText(tally)}`)}</dl><p>The proof pack beside this report lists every cited record with its digest and is signed. <code>fireline verify</code> checks it against the sealed evidence.</p></section>`;
}

/** For a brief document: what a cover says, in a few lines above the text. */
export function briefHeadHtml(model: ReportModel): Markup {
  const { header, analyst, madeAt } = model;
  const { classification, organisation, subtitle, title } = header;
  return markup`<header class="brief-head"><div class="cover-top"><p class="organisation">${organisation ?? ''}</p>${classification.trim() !== '' && markup`<p class="classification">${classification}</p>`}</div><p class="kind">${kindOf(header)}</p><p class="title">${title}</p>${subtitle !== undefined && markup`<p class="subtitle">${subtitle}</p>`}<p class="brief-facts">${model.case.title} · ${analyst.name} · ${stamp(madeAt)}${header.state !== undefined && ` · ${statusText(header)}`}</p></header>`;
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
