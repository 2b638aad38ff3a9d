import { beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '#shared/ipc/cases.ts';
import type { EvidenceIssue, EvidenceItem } from '#shared/model/evidence.ts';
import type { EvidenceIndex } from '#shared/model/ids.ts';
import type { Block } from '#shared/report/content/block.ts';
import { gatherReport } from '#main/report/gather.ts';
import { liveContent } from '#main/report/content/live-content.ts';
import type { ReportModel } from '#main/report/model.ts';
import { valueOf } from '#test/casefile/case-environment.ts';
import { harbourCase, ledger, REPORT } from './harbour-case.ts';
import { evidence, evidenceItem, hex } from './harbour-evidence.ts';

const more = Array.from({ length: 60 }, (_, n): EvidenceItem => {
  const index = evidence.length + n;
  if (n === 7) {
    const verified = { at: '2026-05-14T08:00:12.000Z', intact: false, detail: 'one byte differs' };
    return evidenceItem(index, { verified });
  }
  if (n % 10 === 3) {
    const { coverage: _1, parser: _2, format: _3, ...unread } = evidenceItem(index);
    return { ...unread, state: 'unparsed', explanation: 'no parser knows its format' };
  }
  const item = evidenceItem(index);
  if (n !== 20 || item.coverage === undefined) return item;
  const bytes = { parsed: 20_000_000, skipped: 470_000, unexplained: 10_000 };
  return { ...item, coverage: { ...item.coverage, bytes, fraction: 0.9995, issues: 3 } };
});

const issue = (severity: EvidenceIssue['severity'], code: string): EvidenceIssue => ({
  evidence: (evidence.length + 20) as EvidenceIndex,
  code,
  severity,
  blame: 'evidence',
  offset: 4_096,
  message: `What ${code} says.`,
});
const ISSUES = [issue('loss', 'record-chain'), issue('info', 'year-inferred')];

const entries: readonly LedgerEntry[] = [
  ...ledger,
  ...more.flatMap(({ index, state, sha256 }, n) => [
    entry('evidence-sealed', { index }, `Sealed #${index}, SHA-256 ${sha256}`, n),
    n === 30
      ? entry('evidence-parsed', { index, state: 'failed' }, `Parsing #${index} failed`, n)
      : entry('evidence-parsed', { index, state }, `Parsed #${index}`, n),
  ]),
].map((one, seq) => ({ ...one, seq, hash: hex(seq + 900, 64) }));

function entry(kind: string, body: LedgerEntry['body'], summary: string, n: number): LedgerEntry {
  const at = `2026-05-13T11:00:${String(n).padStart(2, '0')}.000Z`;
  return { seq: 0, at, actor: 'Maria Lind', kind, summary, body, hash: '' };
}

let model: ReportModel;
let few: ReportModel;
beforeAll(async () => {
  few = valueOf(await gatherReport(REPORT, harbourCase));
  model = valueOf(
    await gatherReport(REPORT, {
      ...harbourCase,
      evidence: [...evidence, ...more],
      custody: { entries, intact: true, detail: 'intact' },
      issues: (file, limit) =>
        Promise.resolve(ISSUES.filter(({ evidence: of }) => of === file.index).slice(0, limit)),
    }),
  );
});

const shown = (kind: 'evidence' | 'custody' | 'coverage', of = model): readonly Block[] =>
  liveContent({ kind: `${kind}-brief` }, of);
const said = (blocks: unknown): string => JSON.stringify(blocks);
const tables = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));

describe('evidence, custody and coverage in brief', () => {
  it.each(['evidence', 'custody', 'coverage'] as const)(
    'are %s in full where it is little',
    (kind) => {
      expect(shown(kind, few)).toEqual(liveContent({ kind }, few));
    },
  );

  it('describe in full what is cited or was altered, and name every other file by its SHA-256', () => {
    const blocks = shown('evidence');
    const full = blocks.flatMap((block) => (block.kind === 'facts' ? [block.facts] : []));
    const cited = new Set(
      model.events.list.flatMap((one) => (one.found ? [one.event.evidenceSha256] : [])),
    );
    expect(cited.size).toBeGreaterThan(1);
    expect(full.map(({ target }) => target)).toEqual(
      model.evidence
        .filter(({ sha256, verified }) => cited.has(sha256) || verified?.intact === false)
        .map(({ sha256 }) => `evidence ${sha256}`),
    );
    expect(said(full)).toContain('ALTERED');
    const rows = tables(blocks).flatMap((table) => table.rows);
    const anchors = [...full, ...rows].map((one) => ('anchor' in one ? one.anchor : undefined));
    expect(anchors).toHaveLength(model.evidence.length);
    expect(new Set(anchors)).toEqual(
      new Set(model.evidence.map(({ index }) => `evidence-${index}`)),
    );
    for (const { sha256 } of model.evidence) expect(said(blocks)).toContain(`"text":"${sha256}"`);
  });

  it('say once what files have in common, for each origin', () => {
    const other = { ...more[0], source: 'A second stick' } as EvidenceItem;
    const mixed = { ...model, evidence: [...evidence, other, ...more.slice(1)] };
    const captions = tables(shown('evidence', mixed)).map(({ caption }) => said(caption));
    expect(captions).toHaveLength(2);
    expect(captions.filter((one) => one.includes('A second stick'))).toHaveLength(1);
  });

  it('tell neighbours of the ledger together, and whatever is out of the ordinary by itself', () => {
    const [table] = tables(shown('custody'));
    const rows = table?.rows.map(said) ?? [];
    const alone = rows.filter((row) => row.includes('Parsing #'));
    expect(alone).toHaveLength(1);
    const runs = rows.filter((row) => /"\d+ to"/.test(row));
    expect(runs).toHaveLength(3);
    expect(runs[0]).toContain('5 files sealed');
    expect(runs[1]).toContain('31 files sealed; 27 files read into events; 3 files of a format');
    expect(runs[2]).toContain('29 files sealed; 26 files read into events; 3 files of a format');
    const told = rows.length - runs.length + counted(runs);
    expect(told).toBe(entries.length);
    expect(rows.length).toBeLessThan(15);
  });

  it('count what was read whole by format, and name each file and place that was not', () => {
    const blocks = shown('coverage');
    const [byFormat, notWhole, notRead, losses, reservations] = tables(blocks);
    expect(said(byFormat)).toContain('Windows event log');
    expect(notWhole?.rows).toHaveLength(
      model.evidence.filter(({ coverage }) => (coverage?.fraction ?? 1) < 1).length,
    );
    for (const { name } of model.evidence.filter(({ coverage }) => coverage === undefined))
      expect(said(notRead)).toContain(name);
    expect(said(losses)).toContain('What record-chain says.');
    expect(said(losses)).not.toContain('year-inferred');
    expect(said(reservations)).toContain('What year-inferred says.');
  });

  it.each(['loss', 'info'])(
    'say so where more was met than is at hand, which ends with a %s',
    (last) => {
      const at = (evidence.length + 20) as EvidenceIndex;
      const held = ISSUES.slice(0, last === 'loss' ? 1 : 2);
      const sentence = 'More issues than are told here were met in ';
      expect(
        said(shown('coverage', { ...model, evidence: more, issues: new Map([[at, held]]) })),
      ).toContain(sentence);
      const third = { ...issue('info', 'other'), evidence: at };
      const all = { ...model, evidence: more, issues: new Map([[at, [...ISSUES, third]]]) };
      expect(said(shown('coverage', all))).not.toContain(sentence);
    },
  );
});

/** Entries that the rows of runs stand for: `12 to` and `43`. */
const counted = (runs: readonly string[]): number =>
  runs.reduce((sum, row) => {
    const [, from = '', to = ''] = /"(\d+) to"[^]*?"text":"(\d+)"/.exec(row) ?? [];
    return sum + Number(to) - Number(from) + 1;
  }, 0);
