import { describe, expect, it } from 'vitest';
import type { SectionId } from '#shared/model/ids.ts';
import { type LiveBlock, RECORD_BLOCKS } from '#shared/model/report.ts';
import type { Block } from '#shared/report/content/block.ts';
import type { Inline } from '#shared/report/content/inline.ts';
import { defang } from '#shared/report/defang.ts';
import { liveNode } from '#shared/report/document-parts.ts';
import { RECORD_CONTENT } from '#main/report/content/records/record-content.ts';
import { LIVE_KINDS } from '#shared/report/schema.ts';
import { chaptersOf } from '#main/report/chapters.ts';
import { gatherReport } from '#main/report/gather.ts';
import type { ReportModel } from '#main/report/model.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { harbourCase, REPORT, work } from './harbour-case.ts';
import { RECORDS, recordsBy } from './harbour-records.ts';
import { document } from './harbour-sections.ts';

const said = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'break') return ' / ';
      if (part.kind === 'reference' || part.kind === 'number') return part.label;
      return part.kind === 'mark' ? '' : part.text;
    })
    .join('');

const linesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'notice') return [said(block.text)];
    if (block.kind !== 'table') return [];
    return block.table.rows.map((row) =>
      row.kind === 'remark' ? `— ${said(row.text)}` : row.cells.map(said).join(' | '),
    );
  });

/** The made-up case with one section that holds every block of records, or some blocks. */
async function modelWith(
  records: typeof RECORDS,
  blocks: readonly LiveBlock[] = RECORD_BLOCKS.map((kind) => ({ kind })),
): Promise<ReportModel> {
  const report = work.reports.get(REPORT);
  if (report === undefined) throw new Error('no report');
  const section = {
    id: 'all' as SectionId,
    rank: 'a0',
    level: 1 as const,
    title: 'All',
    appendix: false,
    content: document(...blocks.map((block) => liveNode(block))),
  };
  const reports = new Map([[REPORT, { ...report, sections: new Map([[section.id, section]]) }]]);
  return valueOf(
    await gatherReport(REPORT, {
      ...harbourCase,
      work: { ...work, records: recordsBy(records), reports },
    }),
  );
}

describe('blocks of records', () => {
  it('say of every record what it holds, grouped as it is read', async () => {
    const model = await modelWith(RECORDS);
    const printed = Object.fromEntries(
      RECORD_BLOCKS.filter((kind) => kind !== 'phases' && kind !== 'key-figures').map((kind) => [
        kind,
        linesOf(RECORD_CONTENT[kind](model)),
      ]),
    );
    expect(printed).toMatchSnapshot();
  });

  it('cite the events of records by their numbers in the report', async () => {
    const model = await modelWith(RECORDS);
    const number = model.events.list.find(({ id }) =>
      RECORDS.some((record) => 'events' in record && record.events?.includes(id)),
    )?.number;
    expect(number).toMatch(/^E\d+$/);
    expect(linesOf(RECORD_CONTENT.actions(model)).join('\n')).toContain(`Events: ${number ?? ''}`);
  });

  it('say that there is nothing where nothing is recorded', async () => {
    const model = await modelWith([]);
    const others = ['phases', 'indicators', 'key-figures'];
    const kinds = RECORD_BLOCKS.filter((kind) => !others.includes(kind));
    for (const kind of kinds) {
      const [line = '', ...more] = linesOf(RECORD_CONTENT[kind](model));
      expect([kind, line]).toEqual([kind, expect.stringMatching(/^(No|Nothing|The) .*\.$/)]);
      expect(more).toEqual([]);
    }
  });

  it('print alone: what they name is proven in an appendix, and every event has its number', async () => {
    const kinds = LIVE_KINDS.filter((kind) => kind !== 'events' && kind !== 'finding');
    for (const kind of kinds) {
      const model = await modelWith(RECORDS, [{ kind } as LiveBlock]);
      expect(chaptersOf(model).length > 1, kind).toBe(model.events.list.length > 0);
    }
  });

  it('have every item of the board once, phase by phase', async () => {
    const model = await modelWith([]);
    const lines = linesOf(RECORD_CONTENT.phases(model));
    expect(lines[0]).toBe('— Reconnaissance: 1 item');
    expect(lines.filter((line) => !line.startsWith('—'))).toHaveLength(model.board.items.length);
  });

  it('end for causes that answer one another in a ring', async () => {
    const ring = RECORDS.map((record) =>
      record.type === 'cause' && record.id === 'c-first'
        ? { ...record, answers: 'c-root' as typeof record.id }
        : record,
    );
    expect(linesOf(RECORD_CONTENT.causes(await modelWith(ring)))).toHaveLength(2);
  });
});

describe('defanging', () => {
  it.each([
    ['ip', '198.51.100.23', '198[.]51[.]100[.]23'],
    ['ip', '2001:db8::1', '2001[:]db8[:][:]1'],
    ['domain', 'evil.example', 'evil[.]example'],
    ['url', 'https://evil.example/a.b?c=d.e', 'hxxps://evil[.]example/a.b?c=d.e'],
    ['url', 'evil.example/a', 'evil[.]example/a'],
    ['mailbox', 'a.b@evil.example', 'a[.]b[@]evil[.]example'],
    ['hash', 'd41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e'],
  ] as const)('makes a link of no %s', (kind, value, safe) => {
    expect(defang(kind, value)).toBe(safe);
  });
});
