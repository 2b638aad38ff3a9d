// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { chaptersOf } from '#main/report/chapters.ts';
import { reportDocx } from '#main/report/docx/report-docx.ts';
import { gatherReport } from '#main/report/gather.ts';
import { reportHtml } from '#main/report/html/report-html.ts';
import { outgoing } from '#main/report/outgoing.ts';
import type { LiveBlock } from '#shared/model/report.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { partsOf } from './docx-parts.ts';
import { REPORT } from './harbour-case.ts';
import { largeCase } from './large-case.ts';

const printed = async (count: number, blocks: readonly LiveBlock[]) => {
  const sources = largeCase(count, blocks);
  const model = valueOf(await gatherReport(REPORT, sources));
  const { html } = reportHtml(outgoing(model), 'A4');
  return {
    model,
    sources,
    chapters: chaptersOf(model),
    document: new DOMParser().parseFromString(html, 'text/html'),
  };
};

describe('an appendix of very many cited events', { timeout: 60_000 }, () => {
  it('describes those that the text cites, and has a line for each that only the board names', async () => {
    const { document, model, sources } = await printed(500, [{ kind: 'board-figure' }]);
    const described = [...document.querySelectorAll('.facts')].map(({ id }) => id);
    expect(described).toEqual(['event-e1', 'event-e2', 'event-e3']);
    expect(model.events.list.slice(0, 3).map(({ id }) => id)).toEqual(sources.spokenOf);
    expect(document.querySelectorAll('.dense tr[id^="event-"]')).toHaveLength(497);
    for (const { number } of model.events.list) {
      expect(document.querySelectorAll(`#event-${number.toLowerCase()}`)).toHaveLength(1);
    }
    const text = document.body.textContent;
    expect(text).toContain(
      '497 of the 500 cited events are named only by the drawing of the board',
    );
    expect(text).toMatch(/proof pack beside this report has for every event, these too, the place/);
    const line = document.querySelector('.dense tr[id="event-e4"]')?.textContent ?? '';
    expect(line).toContain('2026-05-11 00:00:00.000');
    expect(line).toContain('offset 1,000,000, 1,184 bytes');
    expect(document.querySelector('.dense .remark')?.textContent).toMatch(/SHA-256 [0-9a-f]{64}/);
  });

  it('describes every one while they are few', async () => {
    const { document } = await printed(180, [{ kind: 'board-figure' }]);
    expect(document.querySelectorAll('.facts')).toHaveLength(180);
    expect(document.querySelector('.dense')).toBeNull();
  });

  it('has a line for each board item that only a table of techniques counts up', async () => {
    const { document, chapters } = await printed(500, [{ kind: 'techniques' }]);
    expect(chapters.map(({ title }) => title)).toEqual([
      'What happened',
      'Cited board items',
      'Cited events',
    ]);
    expect(document.querySelectorAll('.dense tr[id^="board-"]')).toHaveLength(500);
    const links = [...document.querySelectorAll('a[href^="#board-"]')];
    expect(links.length).toBe(500);
    for (const link of links) {
      const id = link.getAttribute('href')?.slice(1) ?? '';
      expect(document.getElementById(id)).not.toBeNull();
    }
    // So many references stand across the table, not one below the other in a column of it.
    expect(document.querySelector('.detail')?.textContent).toMatch(/^Shown by: B\d+, B\d+/);
  });

  it('leaves the page numbers of a very long Word document to Word, which would take many seconds here', async () => {
    const word = async (count: number): Promise<string> => {
      const blocks = [{ kind: 'board-table' }] as const;
      const model = valueOf(await gatherReport(REPORT, largeCase(count, blocks)));
      const parts = await partsOf(await reportDocx(outgoing(model), 'A4'));
      return parts.get('word/document.xml') ?? '';
    };
    expect(await word(300)).toContain('w:docPartGallery');
    const long = await word(1_600);
    expect(long).not.toContain('w:docPartGallery');
    expect(long).toMatch(/w:dirty="true"\/><w:instrText[^>]*>PAGEREF/);
  });

  it('goes by the text: an event that it cites is described, also where the board has it', async () => {
    const { model } = await printed(450, [{ kind: 'board-figure' }, { kind: 'board-table' }]);
    expect(model.events.list.filter(({ listed }) => !listed).map(({ number }) => number)).toEqual([
      'E1',
      'E2',
      'E3',
    ]);
  });
});
