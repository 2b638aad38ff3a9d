import type { LedgerEntry } from '#shared/ipc/cases.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { EvidenceIssue } from '#shared/model/evidence.ts';
import type {
  AnalystId,
  CaseId,
  EventId,
  EvidenceIndex,
  OpId,
  ReportId,
  Sha256,
} from '#shared/model/ids.ts';
import { ok } from '#shared/model/result.ts';
import { EMPTY_WORK, linkKey, type WorkState } from '#shared/work/work-state.ts';
import type { ReportSources } from '#main/report/sources.ts';
import { board, eventAt, findings, promoted } from './harbour-board.ts';
import { at, evidence, hex } from './harbour-evidence.ts';
import { sections } from './harbour-sections.ts';

const LEDGER: readonly (readonly [string, string, string])[] = [
  ['2026-05-13T10:02:11.000Z', 'case-created', 'Case “Harbour intrusion” created by Maria Lind'],
  [
    '2026-05-13T10:11:40.000Z',
    'intake-begun',
    'Intake: /media/triage (copied into the case); source: Triage stick handed over by IT operations; reason: Collection of 13 May',
  ],
  ...evidence.map(
    (item) =>
      [
        item.sealedAt,
        'evidence-sealed',
        `Sealed #${item.index} ${item.originalPath}, ${item.size.toLocaleString('en-US')} bytes, SHA-256 ${item.sha256}`,
      ] as const,
  ),
  [
    '2026-05-13T10:31:02.000Z',
    'intake-ended',
    'Intake ended: 5 files sealed, 0 already known, 0 refused',
  ],
  ['2026-05-14T08:00:12.000Z', 'evidence-verified', '5 files hashed again, all as sealed'],
];

export const ledger: readonly LedgerEntry[] = LEDGER.map(([when, kind, summary], seq) => ({
  seq,
  at: when,
  actor: 'Maria Lind',
  kind,
  summary,
  body: {},
  hash: hex(seq + 900, 64),
}));

export const REPORT = 'report-1' as ReportId;
export const ANALYST = {
  id: hex(77, 32) as AnalystId,
  name: 'Maria Lind',
  publicKey: 'unused here',
};

export const work: WorkState = {
  ...EMPTY_WORK,
  title: 'Harbour intrusion',
  board: new Map(board.map((one) => [one.id, one])),
  links: new Map(
    [
      { from: board[1], to: board[2], kind: 'led-to' as const },
      { from: board[2], to: board[3], kind: 'led-to' as const },
      { from: board[6], to: board[10], kind: 'enabled' as const },
    ].flatMap(({ from, to, kind }) => {
      if (from === undefined || to === undefined) return [];
      const link = { from: from.id, to: to.id, kind };
      return [[linkKey(link), link] as const];
    }),
  ),
  findings: new Map(findings.map((one) => [one.id, one])),
  reports: new Map([
    [
      REPORT,
      {
        id: REPORT,
        header: {
          title: 'Intrusion into the Lindholm domain, 11 to 13 May 2026',
          subtitle: 'Post-mortem for management, legal counsel and the supervisory authority',
          classification: 'TLP:AMBER · Confidential',
          organisation: 'Lindholm Shipping AB',
          template: 'post-mortem',
        },
        sections: new Map(sections.map((one) => [one.id, one])),
      },
    ],
  ]),
  moments: new Map([
    ['detected', { event: eventAt('2026-05-13T05:31:12Z').id, op: hex(1, 64) as OpId }],
    ['contained', { at: at('2026-05-13T05:55:00Z'), op: hex(2, 64) as OpId }],
    ['aware', { at: at('2026-05-13T06:30:00Z'), op: hex(3, 64) as OpId }],
  ]),
};

export const events = new Map<EventId, EventDetail>(promoted.map((event) => [event.id, event]));

const ISSUES: readonly EvidenceIssue[] = [
  {
    evidence: 1 as EvidenceIndex,
    code: 'evtx-chunk-checksum',
    severity: 'loss',
    blame: 'evidence',
    offset: 4_198_400,
    length: 65_536,
    message: 'The chunk’s checksum does not fit its header; 14 records of it could not be read.',
  },
  {
    evidence: 1 as EvidenceIndex,
    code: 'evtx-dirty-flag',
    severity: 'info',
    blame: 'evidence',
    offset: 120,
    message: 'The file was not closed properly: its header still has the dirty flag.',
  },
];

export const harbourCase: ReportSources = {
  caseId: '0197c3f2-7d1e-7aa4-9f55-2d8f1f0b6c11' as CaseId,
  analyst: ANALYST,
  tool: 'Fireline 0.1.0',
  now: '2026-05-14T09:30:00.000Z',
  work,
  evidence,
  unread: [],
  custody: { entries: ledger, intact: true, detail: 'intact' },
  heads: {
    ledger: { lines: ledger.length, hash: hex(900 + ledger.length - 1, 64) as Sha256 },
    work: { lines: 214, hash: hex(7_000, 64) as Sha256 },
  },
  issues: (file, limit) =>
    Promise.resolve(ISSUES.filter(({ evidence: of }) => of === file.index).slice(0, limit)),
  events: (ids) => Promise.resolve(ids.map((id) => events.get(id) ?? null)),
  query: (query, limit) => {
    const rows = promoted.filter(({ message }) => message.includes(query));
    return Promise.resolve(ok({ rows: rows.slice(0, limit), total: rows.length, settled: true }));
  },
};
