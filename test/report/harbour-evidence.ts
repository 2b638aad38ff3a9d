import type { EventDetail } from '#shared/model/event.ts';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { EventKey, EvidenceIndex, Md5, ParserId, Sha1, Sha256 } from '#shared/model/ids.ts';
import { eventId } from '#shared/model/ids.ts';
import type { Instant } from '#shared/model/time.ts';

/** Evidence of a made-up case, whole enough for every part of a report; tests change what they are about. */

export const hex = (seed: number, length: number): string => {
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

export const security = evidenceItem(0, {
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
export const sysmon = evidenceItem(1, {
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
export const firewall = evidenceItem(2, {
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
    inFinding: false,
    fields: {},
    parser: file.parser ?? 'none',
    parserVersion: file.parserVersion ?? 0,
    evidenceName: file.name,
    evidenceSha256: file.sha256,
    notes: [],
    ...change,
  };
}
