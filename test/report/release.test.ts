import { describe, expect, it } from 'vitest';
import type { RecordId, SectionId } from '#shared/model/ids.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import type { ReportHeader } from '#shared/model/report.ts';
import { reportFingerprint } from '#shared/report/fingerprint.ts';
import type { ReportSources } from '#main/report/sources.ts';
import { gatherReport } from '#main/report/gather.ts';
import { releaseState } from '#main/report/release.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { harbourCase, REPORT, work } from './harbour-case.ts';
import { RECORDS, recordsBy } from './harbour-records.ts';

const given = work.reports.get(REPORT);
if (given === undefined) throw new Error('no report');
const report = given;

async function gatesOf(change: {
  readonly header?: Partial<ReportHeader>;
  readonly records?: readonly CaseRecord[];
  readonly sources?: Partial<ReportSources>;
}): Promise<readonly string[]> {
  const reports = new Map([
    [REPORT, { ...report, header: { ...report.header, ...change.header } }],
  ]);
  const sources = {
    ...harbourCase,
    work: { ...work, reports, records: recordsBy(change.records ?? []) },
    ...change.sources,
  };
  const { gates } = releaseState(valueOf(await gatherReport(REPORT, sources)));
  return gates.map(({ kind, message }) => `${kind}: ${message}`);
}

const incident = RECORDS.filter(({ type }) => type === 'incident');
const approved = {
  state: 'approved',
  approvedText: reportFingerprint(report, work),
} as const;

describe('before a report goes out', () => {
  it('everything that stands against it is said', async () => {
    expect(await gatesOf({})).toEqual([
      expect.stringMatching(/^evidence: \d cited files? w.* not hashed again/),
      'unwritten: 1 section is not written yet, and will say so.',
      'approval: The report is a draft; nobody has approved it.',
    ]);
  });

  it('an approval holds for what was approved, and for nothing else', async () => {
    const header = { ...approved };
    expect((await gatesOf({ header })).join('\n')).not.toContain('approval');
    expect(await gatesOf({ header: { ...header, title: 'Another' } })).toContain(
      'approval: The report was changed after it was approved.',
    );
  });

  it.each([
    ['TLP:AMBER · Confidential', undefined],
    ['TLP:GREEN', 'tlp: The report’s TLP:GREEN may go further than the incident’s TLP:AMBER.'],
    ['TLP:RED', 'tlp: The report’s TLP:RED is stricter than the incident’s TLP:AMBER.'],
    [
      'TLP:AMBER+STRICT',
      'tlp: The report’s TLP:AMBER+STRICT is stricter than the incident’s TLP:AMBER.',
    ],
    ['Internal', 'tlp: The incident is TLP:AMBER; the report’s classification does not say so.'],
  ])('its classification is held against the incident’s: %s', async (classification, said) => {
    const gates = await gatesOf({ header: { classification }, records: incident });
    expect(gates.find((gate) => gate.startsWith('tlp'))).toBe(said);
  });

  it('citations that do not resolve and comments that are open are counted', async () => {
    const comment: CaseRecord = {
      id: 'k' as RecordId,
      type: 'comment',
      report: REPORT,
      text: 'Who says so?',
      state: 'open',
      section: [...report.sections.keys()][0] ?? ('' as SectionId),
    };
    const gates = await gatesOf({
      records: [comment, { ...comment, id: 'k2' as RecordId, state: 'settled' }],
      sources: { events: (ids) => Promise.resolve(ids.map(() => null)) },
    });
    expect(gates).toContain('citations: 15 citations do not resolve, and will say so.');
    expect(gates).toContain('comments: 1 comment is open.');
  });

  it('files that are still being read are named, and nobody is told that their events do not exist', async () => {
    const { evidence: unread } = harbourCase;
    const sources: ReportSources = {
      ...harbourCase,
      unread,
      events: (ids) => Promise.resolve(ids.map(() => null)),
    };
    const gates = await gatesOf({ sources });
    expect(gates.join('\n')).toMatch(/evidence: The events of \d files are still being read/);
    const gathered = await gatherReport(REPORT, sources);
    const why = gathered.ok
      ? gathered.value.events.list.map((one) => (one.found ? '' : one.why))
      : [];
    expect(why.length).toBeGreaterThan(0);
    for (const one of why) expect(one).toMatch(/^the events of .+ are still being read$/);
  });

  it('evidence that is not what was sealed is named as such', async () => {
    const evidence = harbourCase.evidence.map((item) => ({
      ...item,
      verified: { at: '2026-05-14T08:00:12.000Z', intact: false, detail: 'altered' },
    }));
    expect((await gatesOf({ sources: { evidence } })).join('\n')).toMatch(
      /evidence: \d cited files? .* not what was sealed/,
    );
  });
});
