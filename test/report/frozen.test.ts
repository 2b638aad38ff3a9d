import { describe, expect, it } from 'vitest';
import type { BoardItem } from '#shared/model/board.ts';
import type { BoardItemId, RecordId, SectionId } from '#shared/model/ids.ts';
import type { LiveBlock } from '#shared/model/report.ts';
import type { Instant } from '#shared/model/time.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import type { Block } from '#shared/report/content/block.ts';
import { frozenText, readFrozen } from '#shared/report/content/frozen.ts';
import { liveNode } from '#shared/report/document-parts.ts';
import { LIVE_KINDS } from '#shared/report/schema.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { chaptersOf } from '#main/report/chapters.ts';
import { freeze } from '#main/report/freeze.ts';
import { gatherReport } from '#main/report/gather.ts';
import { reportHtml } from '#main/report/html/report-html.ts';
import { reportMarkdown } from '#main/report/markdown/report-markdown.ts';
import { outgoing } from '#main/report/outgoing.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { at } from './harbour-evidence.ts';
import { harbourCase, REPORT, work } from './harbour-case.ts';
import { RECORDS, recordsBy } from './harbour-records.ts';
import { document } from './harbour-sections.ts';

const FROZEN = 'frozen-1' as RecordId;

/** The made-up case whose report is one frozen block, with `change` done to the case after it was frozen. */
async function frozenCase(block: LiveBlock, change: (before: WorkState) => WorkState) {
  const [content = ''] = valueOf(await freeze(REPORT, [block], harbourCase));
  const record: CaseRecord = {
    id: FROZEN,
    type: 'frozen',
    report: REPORT,
    title: 'Board',
    block: block.kind,
    at: at('2026-11-23T10:12:00Z'),
    content,
  };
  const report = work.reports.get(REPORT);
  if (report === undefined) throw new Error('no report');
  const node = liveNode(block);
  const section = {
    id: 's' as SectionId,
    rank: 'a0',
    level: 1 as const,
    title: 'One',
    appendix: false,
    content: document({ ...node, attrs: { ...node.attrs, frozen: FROZEN } }),
  };
  const after = change({
    ...work,
    records: recordsBy([record]),
    reports: new Map([[REPORT, { ...report, sections: new Map([[section.id, section]]) }]]),
  });
  return valueOf(await gatherReport(REPORT, { ...harbourCase, work: after }));
}

const earliest: BoardItem = {
  id: 'earliest' as BoardItemId,
  title: 'Something before all else',
  time: 0n as Instant,
  precision: 's',
  basis: 'a ticket',
  reason: 'It was told later.',
  standing: 'assumed',
  confidence: 'low',
  phase: 'reconnaissance',
  rank: 'a0',
};

const withEarliest = (before: WorkState): WorkState => ({
  ...before,
  board: new Map([[earliest.id, earliest], ...before.board]),
});

describe('a frozen block', () => {
  it('says when it was frozen and is not stale while the case says the same', async () => {
    const model = await frozenCase({ kind: 'board-table' }, (same) => same);
    expect(model.frozen.get(FROZEN)?.stale).toBe(false);
    expect(reportHtml(outgoing(model), 'A4').html).toContain('As of 23 Nov 2026 10:12 UTC.');
  });

  it('keeps what it showed when the case changes, and says that it changed', async () => {
    const model = await frozenCase({ kind: 'board-table' }, withEarliest);
    expect(model.frozen.get(FROZEN)?.stale).toBe(true);
    const text = reportMarkdown(outgoing(model));
    expect(text).toContain('The case has changed since; this part has not.');
    expect(text.slice(0, text.indexOf('Cited events'))).not.toContain('Something before all else');
  });

  it('numbers what it names as the rest of the report does now', async () => {
    const model = await frozenCase({ kind: 'board-table' }, withEarliest);
    const [table] = model.frozen.get(FROZEN)?.blocks ?? [];
    const rows = table?.kind === 'table' ? table.table.rows : [];
    const first = rows.find(({ kind }) => kind === 'cells');
    expect(first).toMatchObject({ anchor: 'board-b2', cells: [[{ label: 'B2' }], {}, {}, {}, {}] });
  });

  it('names what is gone as gone, and links to nothing that is not there', async () => {
    const model = await frozenCase({ kind: 'techniques' }, (before) => ({
      ...before,
      findings: new Map(),
    }));
    const { html } = reportHtml(outgoing(model), 'A4');
    expect(html).toContain('[F1, no longer here]');
    expect(html).not.toContain('#finding-f1');
  });

  it('keeps the drawing of the board with its items', async () => {
    const model = await frozenCase({ kind: 'board-figure' }, withEarliest);
    const { html } = reportHtml(outgoing(model), 'A4');
    expect(html).toContain('board-figure');
    expect(html).not.toContain('Something before all else');
  });

  it('cites its own events, and no others', async () => {
    const model = await frozenCase({ kind: 'findings' }, (before) => ({
      ...before,
      findings: new Map(),
    }));
    expect(model.events.list.length).toBeGreaterThan(3);
    expect(chaptersOf(model).at(-1)?.blocks.length).toBe(model.events.list.length + 1);
  });
});

describe('what is kept', () => {
  it('is read back as it was, for every kind of block', async () => {
    const blocks = LIVE_KINDS.flatMap((kind): readonly LiveBlock[] => {
      if (kind === 'events') return [{ kind, query: 'ACCEPT', limit: 5 }];
      return kind === 'finding' ? [] : [{ kind } as LiveBlock];
    });
    const sources = { ...harbourCase, work: { ...work, records: recordsBy(RECORDS) } };
    for (const text of valueOf(await freeze(REPORT, blocks, sources))) {
      expect(frozenText(valueOf(readFrozen(text)))).toBe(text);
    }
  });

  it.each([
    '',
    '{"$bigint":1}',
    '[{"kind":"figure","drawing":"<svg onload=alert(1)>"}]',
    '[{"kind":"paragraph","text":[{"kind":"html","text":"x"}]}]',
    '[{"kind":"table","table":{"columns":[],"rows":[]}}]',
    '[{"kind":"heading","level":1,"anchor":"x\\" onclick=","text":[]}]',
  ])('is refused when it is anything else: %s', (text) => {
    expect(readFrozen(text).ok).toBe(false);
  });

  it('is text in the page, whatever it says', async () => {
    const hostile: readonly Block[] = [
      { kind: 'paragraph', text: [{ kind: 'text', text: '<script>alert(1)</script>', marks: [] }] },
    ];
    const model = await frozenCase({ kind: 'tasks' }, (before) => ({
      ...before,
      records: recordsBy(
        [...(before.records.get('frozen')?.values() ?? [])].map((record) =>
          record.type === 'frozen' ? { ...record, content: frozenText(hostile) } : record,
        ),
      ),
    }));
    expect(reportHtml(outgoing(model), 'A4').html).not.toContain('<script>');
    expect(reportHtml(outgoing(model), 'A4').html).toContain('&lt;script&gt;');
  });
});
