import type { EvidenceApi, JobProgress } from '#shared/ipc/evidence.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { EvidenceIndex, JobId, Md5, ParserId, Sha1, Sha256 } from '#shared/model/ids.ts';

const item = (index: number, name: string, rest: Partial<EvidenceItem>): EvidenceItem => ({
  index: index as EvidenceIndex,
  name,
  originalPath: `/media/usb3/triage/${name}`,
  size: 21_000_000,
  sha256: '9f2c41be0d77'.repeat(6).slice(0, 62).concat(String(index).padStart(2, '0')) as Sha256,
  sha1: 'ab12'.repeat(10) as Sha1,
  md5: 'cd34'.repeat(8) as Md5,
  custody: 'copy',
  source: 'USB stick 3 from J. Doe',
  reason: 'Logs of the domain controller around the alert',
  sealedAt: '2026-05-13T08:12:44.120Z',
  modifiedAt: '2026-05-12T22:00:01.000Z',
  state: 'done',
  ...rest,
});

const coverage = (
  size: number,
  parsed: number,
  skipped: number,
  events: number,
  issues: number,
) => ({
  bytes: { parsed, skipped, unexplained: size - parsed - skipped },
  skippedBy: { 'unused-slack': skipped },
  records: events,
  events,
  recovered: 3,
  issues,
  fraction: (parsed + skipped) / size,
});

export const ITEMS: readonly EvidenceItem[] = [
  item(0, 'DC1-Security.evtx', {
    format: 'Windows event log',
    parser: 'evtx' as ParserId,
    parserVersion: 1,
    confidence: 3,
    coverage: coverage(21_000_000, 20_400_000, 590_000, 3_120, 2),
    seconds: 0.8,
    verified: { at: '2026-05-13T09:00:00Z', intact: true, detail: 'SHA-256 equal' },
  }),
  item(1, 'auth.log', {
    size: 880_000,
    format: 'Syslog (RFC 3164)',
    parser: 'syslog' as ParserId,
    parserVersion: 1,
    confidence: 2,
    assumedZone: 'Europe/Berlin',
    coverage: coverage(880_000, 880_000, 0, 1_700, 0),
    seconds: 0.1,
  }),
  item(2, 'web.zip', { size: 4_200_000, format: 'ZIP archive', state: 'container' }),
  item(3, 'logs/access.log', {
    parent: item(2, '', {}).sha256,
    size: 9_100_000,
    format: 'Web access log (combined)',
    parser: 'access' as ParserId,
    parserVersion: 1,
    confidence: 3,
    coverage: coverage(9_100_000, 9_100_000, 0, 1_180, 0),
  }),
  item(4, 'logs/thumb‮gpj.db', {
    parent: item(2, '', {}).sha256,
    size: 64_000,
    state: 'unparsed',
    explanation: 'No parser knows this format. The file is sealed and can be exported.',
  }),
  item(5, 'memory.dmp', { size: 4_294_967_296, state: 'parsing' }),
  item(6, 'broken.evtx', {
    size: 1_118_208,
    format: 'Windows event log',
    parser: 'evtx' as ParserId,
    parserVersion: 1,
    confidence: 3,
    state: 'partial',
    explanation: 'Stopped by the analyst; 812 events that were whole are kept.',
    coverage: coverage(1_118_208, 700_000, 30_000, 812, 41),
  }),
  item(7, 'copy of auth.log', {
    size: 880_000,
    state: 'duplicate',
    explanation: 'The same content is already in the case as auth.log.',
  }),
];

export const JOBS: readonly JobProgress[] = [
  {
    job: 'ingest-1' as JobId,
    kind: 'ingest',
    title: 'Adding 8 files',
    state: 'running',
    bytesDone: 2_400_000_000,
    bytesTotal: 4_330_000_000,
    events: 6_812,
    bytesPerSecond: 412_000_000,
    secondsLeft: 5,
    files: [
      {
        path: '/media/usb3/triage/memory.dmp',
        evidence: 5 as EvidenceIndex,
        phase: 'hashing',
        bytesDone: 2_370_000_000,
        bytesTotal: 4_294_967_296,
        bytesPerSecond: 412_000_000,
        secondsLeft: 5,
        events: 0,
        issues: 0,
      },
    ],
  },
  {
    job: 'verify-1' as JobId,
    kind: 'verify',
    title: 'Verifying 3 files',
    state: 'done',
    bytesDone: 100,
    bytesTotal: 100,
    events: 0,
    bytesPerSecond: 0,
    files: [],
    outcome: 'Every byte of 3 files is as it was sealed.',
  },
];

export function evidenceCalls(
  items: readonly EvidenceItem[],
  jobs: readonly JobProgress[],
): EvidenceApi {
  return {
    'evidence.plan': ({ paths }) => ({
      files: paths.map((path) => ({
        path,
        size: 1_234_567,
        ...(path.endsWith('.evtx')
          ? { format: 'Windows event log', parser: 'evtx', confidence: 3 as const }
          : {}),
        ...(path.endsWith('.log')
          ? { format: 'Syslog (RFC 3164)', parser: 'syslog', confidence: 2 as const }
          : {}),
        needsZone: path.endsWith('.log'),
        ...(path.endsWith('.csv')
          ? {
              format: 'CSV',
              parser: 'csv',
              confidence: 1 as const,
              table: {
                delimiter: ',',
                encoding: 'utf-8',
                header: true,
                columns: [
                  {
                    name: 'when',
                    samples: ['2026-05-12 09:12:04', '2026-05-12 09:12:09', '2026-05-12 09:14:00'],
                    kind: 'time' as const,
                  },
                  { name: 'machine', samples: ['ws07', 'ws12', 'ws07'], kind: 'text' as const },
                  {
                    name: 'what',
                    samples: ['logon', 'logoff', 'a rather long text with "quotes" in it'],
                    kind: 'text' as const,
                  },
                ],
                timeColumn: 0,
                timeFormat: 'YYYY-MM-DD hh:mm:ss',
                hostColumn: 1,
                messageColumn: 2,
              },
            }
          : {}),
      })),
      refused: [{ path: '/media/usb3/triage/pipe', why: 'a named pipe has no content to seal' }],
      bytes: paths.length * 1_234_567,
      freeBytes: 61_000_000_000,
    }),
    'evidence.ingest': ({ paths }) => ({
      job: 'ingest-9' as JobId,
      cancelled: false,
      files: paths.map((path) => ({
        path,
        size: 1_234_567,
        records: 100,
        events: 100,
        issues: 0,
        bytes: { parsed: 1, skipped: 0, unexplained: 0 },
        coverage: 1,
        seconds: 0.1,
        status: 'done',
      })),
    }),
    'evidence.list': () => items,
    'evidence.issues': ({ evidence }) =>
      [
        {
          evidence: 0 as EvidenceIndex,
          code: 'evtx-chunk-checksum',
          severity: 'warning' as const,
          blame: 'evidence' as const,
          offset: 65_536 + 4_096,
          length: 65_536,
          message:
            'Chunk 1: the checksum of its records does not match (stored 0x1a2b3c4d, computed 0x99aabbcc).',
        },
        {
          evidence: 0 as EvidenceIndex,
          code: 'evtx-record-truncated',
          severity: 'loss' as const,
          blame: 'evidence' as const,
          offset: 131_072,
          length: 412,
          record: 88,
          message: 'Record 88 ends outside of its chunk; 412 bytes could not be read.',
        },
      ].filter((issue) => evidence === undefined || issue.evidence === evidence),
    'evidence.bytes': ({ offset, length }) =>
      Uint8Array.from({ length: Math.min(length, 4_096) }, (_, n) =>
        n % 3 === 0 ? 65 + ((offset + n) % 26) : (offset + n * 7) % 256,
      ),
    'evidence.reparse': () => {
      throw new Error('not in the memory engine');
    },
    'jobs.list': () => jobs,
    'jobs.cancel': () => null,
  };
}
