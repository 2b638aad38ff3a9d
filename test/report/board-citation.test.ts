// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { citationStates } from '#main/report/citation-states.ts';
import { gatherReport } from '#main/report/gather.ts';
import { reportHtml } from '#main/report/html/report-html.ts';
import type { BoardItemId, SectionId } from '#shared/model/ids.ts';
import type { ReportNode } from '#shared/model/report.ts';
import { citationNode, liveNode } from '#shared/report/document-parts.ts';
import { outgoing } from '#main/report/outgoing.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { harbourCase, REPORT } from './harbour-case.ts';

const promoted = [...harbourCase.work.board.values()].find(({ event }) => event !== undefined);
if (promoted === undefined) throw new Error('the case has no board item with an event');
const cited = citationNode({ kind: 'board', item: promoted.id });

/** The case with a report of one section. */
async function printed(...content: ReportNode[]): Promise<Document> {
  const report = harbourCase.work.reports.get(REPORT);
  if (report === undefined) throw new Error('the case has no report');
  const section = {
    id: 'only' as SectionId,
    rank: 'a0',
    level: 1,
    title: 'Summary',
    appendix: false,
    content: { type: 'doc', content },
  } as const;
  const reports = new Map([[REPORT, { ...report, sections: new Map([[section.id, section]]) }]]);
  const sources = { ...harbourCase, work: { ...harbourCase.work, reports } };
  const { html } = reportHtml(outgoing(valueOf(await gatherReport(REPORT, sources))), 'A4');
  return new DOMParser().parseFromString(html, 'text/html');
}

const chapters = (document: Document): readonly string[] =>
  [...document.querySelectorAll('main h1')].map(({ textContent }) => textContent.trim());

describe('a cited board item', () => {
  it('is printed in an appendix, with its event, when the board is printed nowhere', async () => {
    const document = await printed({ type: 'paragraph', content: [cited] });
    const link = document.querySelector('main p a.ref');
    expect(link?.textContent).toMatch(/^B\d+$/);
    const target = document.querySelector(link?.getAttribute('href') ?? '#none');
    expect(target?.textContent).toContain(promoted.title);
    expect(chapters(document)).toEqual(['1 Summary', 'A Cited board items', 'B Cited events']);
    expect(document.querySelectorAll('section.facts[id^=event-]')).toHaveLength(1);
  });

  it('leads to the board where that is printed', async () => {
    const document = await printed(
      { type: 'paragraph', content: [cited] },
      liveNode({ kind: 'board-table' }),
    );
    expect(chapters(document)).not.toContain('A Cited board items');
    const href = document.querySelector('main p a.ref')?.getAttribute('href') ?? '#none';
    expect(document.querySelectorAll(`[id='${href.slice(1)}']`)).toHaveLength(1);
  });

  it('is said to be missing when it was taken off the board', async () => {
    const gone = citationNode({ kind: 'board', item: 'gone' as BoardItemId });
    const document = await printed({ type: 'paragraph', content: [gone] });
    expect(document.querySelector('.unresolved')?.textContent).toContain('not in the case');
    const [state, missing] = await citationStates([promoted.id, 'gone'], harbourCase);
    expect(state).toMatchObject({ state: 'resolves', label: promoted.title });
    expect(missing).toMatchObject({ state: 'missing' });
  });
});
