import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CaseFolder } from '#main/casefile/case-folder.ts';
import type { LedgerDraft } from '#main/casefile/ledger-entries.ts';
import type { BatchRow } from '#main/parse/batch-row.ts';
import { rowAt } from '#main/parse/batch-row.ts';
import { BufferSource } from '#main/parse/buffer-source.ts';
import { parser } from '#main/parse/formats/syslog/index.ts';
import { runParser } from '#main/parse/run-parser.ts';
import { ReportService } from '#main/report/report-service.ts';
import type { ReportSources } from '#main/report/sources.ts';
import type { ParserById } from '#main/verify/extract.ts';
import { citationProver } from '#main/verify/citation-prover.ts';
import { sealedFiles } from '#main/verify/sealed-file.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { EventKey, EvidenceIndex, Md5, RecordId, Sha1, Sha256 } from '#shared/model/ids.ts';
import { eventId } from '#shared/model/ids.ts';
import { ok } from '#shared/model/result.ts';
import { UNDATED } from '#shared/model/time.ts';
import { citationNode, liveNode } from '#shared/report/document-parts.ts';
import { newCase, newEnvironment, newSigner, valueOf } from '#test/casefile/case-environment.ts';
import { document, paragraph } from '#test/report/harbour-sections.ts';
import type { CaseRecord } from '#shared/records/record-kinds.ts';
import { recordsBy } from '#test/report/harbour-records.ts';
import { harbourCase, REPORT, work } from '#test/report/harbour-case.ts';

/** A real case folder with one log as sealed evidence and a report on it, written out with its proof pack. */
export interface SealedCase {
  readonly folder: string;
  readonly evidence: string;
  readonly report: string;
  readonly pack: string;
  readonly citations: number;
}

const LINES = [
  'May 12 09:12:04 web1 sshd[811]: Failed password for root from 203.0.113.66 port 41200 ssh2',
  'May 12 09:12:09 web1 sshd[811]: Failed password for backup from 203.0.113.66 port 41212 ssh2',
  'May 12 09:27:31 web1 sshd[902]: Accepted password for backup from 203.0.113.66 port 42010 ssh2',
  'May 12 09:28:02 web1 useradd[930]: new user: name=sysupd, UID=1002, GID=1002, home=/home/sysupd',
];
const TEXT = Buffer.from(`${LINES.join('\n')}\n`, 'utf8');
const digest = (name: string): string => createHash(name).update(TEXT).digest('hex');
export const EVIDENCE_SHA256 = digest('sha256') as Sha256;
export const parserById: ParserById = (id) => (id === parser.id ? parser : undefined);
const ZONE = 'Europe/Stockholm';
const MODIFIED = '2026-05-12T10:00:00.000Z';

/** @param redacted a text that the report does not show */
export async function sealedCase(redacted?: string): Promise<SealedCase> {
  const signer = newSigner();
  const opened = await newCase(newEnvironment({ signer }));
  const evidence = opened.layout.vaultFile(EVIDENCE_SHA256);
  mkdirSync(dirname(evidence), { recursive: true });
  writeFileSync(evidence, TEXT);
  for (const draft of custody()) valueOf(await opened.ledger.append(draft));
  valueOf(await opened.work.append([{ kind: 'op', body: { note: 'one' } }]));
  valueOf(await opened.work.append([{ kind: 'op', body: { note: 'two' } }]));
  const events = parsedEvents().map(detailOf);
  const service = new ReportService({
    signer,
    sources: () => Promise.resolve(sourcesOf(opened, events, redacted)),
    prover: () => citationProver(sealedFiles(opened.ledger.records, opened.layout), parserById),
    record: (draft) => opened.ledger.append(draft),
  });
  mkdirSync(opened.layout.reports, { recursive: true });
  const report = join(opened.layout.reports, 'post-mortem.html');
  const made = valueOf(
    await service.export({ report: REPORT, format: 'html', path: report, page: 'A4' }),
  );
  const { folder } = opened.layout;
  await opened.close();
  return { folder, evidence, report, pack: made.pack, citations: made.citations.resolved };
}

const custody = (): readonly LedgerDraft[] => [
  {
    kind: 'intake-begun',
    body: {
      paths: ['/media/stick'],
      source: 'a stick',
      reason: 'a test',
      custody: 'copy',
      zone: ZONE,
      tool: 'test',
    },
  },
  {
    kind: 'evidence-sealed',
    body: {
      intake: 1,
      name: 'auth.log',
      originalPath: '/media/stick/auth.log',
      source: 'a stick',
      reason: 'a test',
      index: 0 as EvidenceIndex,
      sha256: EVIDENCE_SHA256,
      sha1: digest('sha1') as Sha1,
      md5: digest('md5') as Md5,
      size: TEXT.length,
      custody: 'copy',
      modifiedAt: MODIFIED,
      seconds: 0.01,
      tool: 'test',
    },
  },
  {
    kind: 'evidence-parsed',
    body: {
      index: 0 as EvidenceIndex,
      sha256: EVIDENCE_SHA256,
      state: 'done',
      format: 'syslog',
      parser: parser.id,
      parserVersion: parser.version,
      assumedZone: ZONE,
      seconds: 0.01,
      tool: 'test',
    },
  },
];

/** Read as ingestion reads it: the whole file, once. */
export function parsedEvents(): readonly BatchRow[] {
  const rows: BatchRow[] = [];
  const context = {
    name: 'auth.log',
    zone: ZONE,
    reference: BigInt(Date.parse(MODIFIED)) * 1_000_000n,
    options: undefined,
  };
  runParser(parser, new BufferSource(TEXT), context, {
    batch: (batch) => {
      for (let row = 0; row < batch.rows; row++) rows.push(rowAt(batch, row));
    },
    issues: () => undefined,
    position: () => undefined,
    check: () => undefined,
    due: () => false,
  });
  return rows;
}

export function detailOf(row: BatchRow): EventDetail {
  const said = Object.entries(row).filter(([name]) => !['n', 'search', 'time'].includes(name));
  return {
    ...(Object.fromEntries(said) as Omit<BatchRow, 'n' | 'search' | 'time'>),
    ...(row.time !== UNDATED && { time: row.time }),
    key: row.n as EventKey,
    id: eventId(EVIDENCE_SHA256, row.offset, row.ordinal),
    evidence: 0 as EvidenceIndex,
    tags: [],
    noted: false,
    onBoard: false,
    inFinding: false,
    fields: {},
    parser: parser.id,
    parserVersion: parser.version,
    evidenceName: 'auth.log',
    evidenceSha256: EVIDENCE_SHA256,
    notes: [],
  };
}

const ITEM: EvidenceItem = {
  index: 0 as EvidenceIndex,
  name: 'auth.log',
  originalPath: '/media/stick/auth.log',
  size: TEXT.length,
  sha256: EVIDENCE_SHA256,
  sha1: digest('sha1') as Sha1,
  md5: digest('md5') as Md5,
  custody: 'copy',
  source: 'a stick',
  reason: 'a test',
  sealedAt: '2026-05-12T10:00:00.000Z',
  state: 'done',
  assumedZone: ZONE,
};

export function sourcesOf(
  opened: CaseFolder,
  events: readonly EventDetail[],
  redacted?: string,
): ReportSources {
  const report = work.reports.get(REPORT);
  if (report === undefined) throw new Error('the made-up case has no report');
  const [section] = report.sections.values();
  if (section === undefined) throw new Error('the made-up report has no section');
  const content = document(
    paragraph(
      'Cited by hand: ',
      ...events.slice(0, 1).map(({ id }) => citationNode({ kind: 'event', event: id })),
    ),
    liveNode({ kind: 'events', query: '', limit: 50 }),
    liveNode({ kind: 'custody' }),
  );
  const sections = new Map([[section.id, { ...section, content }]]);
  return {
    ...harbourCase,
    caseId: opened.file.id,
    work: {
      ...work,
      reports: new Map([[REPORT, { ...report, sections }]]),
      ...(redacted !== undefined && { records: recordsBy([redactionOf(redacted)]) }),
    },
    evidence: [ITEM],
    custody: { entries: opened.ledger.list(), intact: true, detail: 'intact' },
    heads: { ledger: opened.ledger.log.head, work: opened.work.head },
    issues: () => Promise.resolve([]),
    events: (ids) =>
      Promise.resolve(ids.map((id) => events.find((event) => event.id === id) ?? null)),
    query: (_, limit) =>
      Promise.resolve(ok({ rows: events.slice(0, limit), total: events.length, settled: true })),
  };
}

const redactionOf = (what: string): CaseRecord => ({
  id: 'redaction-1' as RecordId,
  type: 'redaction',
  title: 'A name',
  by: 'text',
  what,
  label: '[name]',
});
