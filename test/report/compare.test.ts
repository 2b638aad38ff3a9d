import { describe, expect, it } from 'vitest';
import { untold } from '#shared/entities/untold.ts';
import type { ReportId, SectionId } from '#shared/model/ids.ts';
import type { ReportSection } from '#shared/model/report.ts';
import { compareLines, compareReports } from '#shared/report/compare.ts';
import { citationNode, liveNode } from '#shared/report/document-parts.ts';
import { reportFingerprint } from '#shared/report/fingerprint.ts';
import { reportAt, versionsOf } from '#shared/report/versions.ts';
import type { OpBody } from '#shared/work/op.ts';
import { EMPTY_WORK } from '#shared/work/work-state.ts';
import { op, ticking } from '#test/work/example-ops.ts';
import { document, paragraph } from './harbour-sections.ts';

const REPORT = 'r1' as ReportId;
const header = { title: 'Report', classification: 'TLP:AMBER', template: 'blank' };

const section = (id: string, ...lines: string[]): ReportSection => ({
  id: id as SectionId,
  rank: `a${id}`,
  level: 1,
  title: `Section ${id}`,
  appendix: false,
  content: document(...lines.map((line) => paragraph(line))),
});

function log() {
  const tick = ticking();
  const bodies: OpBody[] = [
    {
      kind: 'report.create',
      report: REPORT,
      header,
      sections: [section('0', 'One.', 'Two.'), section('1', 'Gone.')],
    },
    { kind: 'report.header', report: REPORT, change: { state: 'review' } },
    { kind: 'report.section', report: REPORT, section: section('0', 'One.', 'Two and more.') },
    { kind: 'report.section.remove', report: REPORT, section: '1' as SectionId },
    { kind: 'report.section', report: REPORT, section: section('2', 'New.') },
  ];
  return bodies.map((body) => op(body, { clock: tick() }));
}

describe('versions of a report', () => {
  it('are its beginning and its changes of state, newest first', () => {
    const ops = log();
    const versions = versionsOf(ops, () => true, REPORT);
    expect(versions.map(({ why }) => why)).toEqual(['review', 'begun']);
  });

  it('are compared section by section', () => {
    const ops = log();
    const [review] = versionsOf(ops, () => true, REPORT);
    const last = ops.at(-1);
    if (review === undefined || last === undefined) throw new Error('no versions');
    const [before, after] = [review.op, last.id].map((id) => reportAt(ops, id, REPORT));
    if (before === undefined || after === undefined) throw new Error('no report');
    const compared = compareReports(before, after);
    expect(compared.map(({ title, kind }) => [title, kind])).toEqual([
      ['1 Section 0', 'changed'],
      ['2 Section 2', 'new'],
      ['2 Section 1', 'gone'],
    ]);
    expect(compared[0]?.lines).toEqual([
      { kind: 'same', text: 'Section 0' },
      { kind: 'same', text: 'One.' },
      { kind: 'gone', text: 'Two.' },
      { kind: 'new', text: 'Two and more.' },
    ]);
    expect(reportFingerprint(before.report, before.state)).not.toBe(
      reportFingerprint(after.report, after.state),
    );
  });

  it('have the names that entities had at the time', () => {
    const tick = ticking();
    const desk = untold({ kind: 'host', value: 'WS07' });
    const content = document(
      paragraph('From ', citationNode({ kind: 'entity', entity: desk.id }), '.'),
    );
    const bodies: OpBody[] = [
      { kind: 'record.add', record: desk },
      {
        kind: 'report.create',
        report: REPORT,
        header,
        sections: [{ ...section('0'), content }],
      },
      { kind: 'report.header', report: REPORT, change: { state: 'approved' } },
      { kind: 'record.edit', type: 'entity', record: desk.id, change: { label: 'Desk 7' } },
    ];
    const ops = bodies.map((body) => op(body, { clock: tick() }));
    const [then, now] = ops.slice(-2).flatMap(({ id }) => reportAt(ops, id, REPORT) ?? []);
    if (then === undefined || now === undefined) throw new Error('no report');
    expect(compareReports(then, now)[0]?.lines.slice(1)).toEqual([
      { kind: 'gone', text: 'From WS07.' },
      { kind: 'new', text: 'From Desk 7.' },
    ]);
  });

  it('see a block that was frozen', () => {
    const live = liveNode({ kind: 'tasks' });
    const frozen = { ...live, attrs: { ...live.attrs, frozen: 'f1' } };
    const of = (node: typeof live) => ({
      state: EMPTY_WORK,
      report: {
        id: REPORT,
        header,
        sections: new Map([['0' as SectionId, { ...section('0'), content: document(node) }]]),
      },
    });
    const [changed] = compareReports(of(live), of(frozen));
    expect(changed?.lines.slice(1)).toEqual([
      { kind: 'gone', text: '[tasks, live]' },
      { kind: 'new', text: '[tasks, frozen]' },
    ]);
  });
});

it('compares lines by what both have in the same order', () => {
  expect(
    compareLines(['a', 'b', 'c'], ['b', 'x', 'c', 'a']).map(({ kind, text }) => kind[0] + text),
  ).toEqual(['ga', 'sb', 'nx', 'sc', 'na']);
});
