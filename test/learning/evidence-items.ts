import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { EvidenceIndex, Md5, Sha1, Sha256 } from '#shared/model/ids.ts';

export const digest = (n: number): Sha256 => n.toString(16).padStart(64, '0') as Sha256;

/** A sealed file of which only what a test speaks of matters. */
export const evidenceItem = (n: number, change: Partial<EvidenceItem> = {}): EvidenceItem => ({
  index: n as EvidenceIndex,
  name: `file-${n}`,
  originalPath: `/in/file-${n}`,
  size: 1_000,
  sha256: digest(n),
  sha1: '' as Sha1,
  md5: '' as Md5,
  custody: 'copy',
  source: 'test',
  reason: 'test',
  sealedAt: '2026-05-14T06:00:00Z',
  state: 'done',
  ...change,
});

export const coverageOf = (events: number): NonNullable<EvidenceItem['coverage']> => ({
  bytes: { parsed: 1_000, skipped: 0, unexplained: 0 },
  skippedBy: {},
  records: events,
  events,
  recovered: 0,
  issues: 0,
  fraction: 1,
});
