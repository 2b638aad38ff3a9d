import type { Analyst } from '#shared/model/case.ts';
import type {
  AnalystId,
  CaseId,
  EvidenceIndex,
  Md5,
  ParserId,
  Sha1,
  Sha256,
} from '#shared/model/ids.ts';
import { z } from 'zod';
import { REPAIRED } from './log-repair.ts';
import type { SignedEntry } from './signed-line.ts';

/**
 * What the custody ledger can say, one schema for each kind (docs/format/ledger.md). A kind is never renamed and a
 * field never changes its meaning; new ones may be added.
 */
const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const sha256 = hex(64).transform((digest) => digest as Sha256);
const sha1 = hex(40).transform((digest) => digest as Sha1);
const md5 = hex(32).transform((digest) => digest as Md5);
const count = z.int().min(0);
const index = count.transform((n) => n as EvidenceIndex);
const time = z.iso.datetime();
const custody = z.enum(['copy', 'reference']);
/** Program, version and operating system that did it. */
const tool = z.string();
const analyst = z.object({
  id: hex(32).transform((id) => id as AnalystId),
  name: z.string(),
  publicKey: z.string(),
}) satisfies z.ZodType<Analyst>;

const tableOptions = z.object({
  delimiter: z.string().exactOptional(),
  encoding: z.string().exactOptional(),
  header: z.boolean().exactOptional(),
  timeColumn: count.exactOptional(),
  hostColumn: count.exactOptional(),
  userColumn: count.exactOptional(),
  messageColumn: count.exactOptional(),
});

const coverage = z.object({
  bytes: z.object({ parsed: count, skipped: count, unexplained: count }),
  skippedBy: z.record(z.string(), count),
  records: count,
  events: count,
  recovered: count,
  issues: count,
  fraction: z.number().min(0).max(1),
});

/** Where a file came from; the same for sealed, duplicate and refused ones. */
const origin = {
  /** Line (seq) of the intake it belongs to. */
  intake: count,
  name: z.string(),
  /** As read; a member's is `<container's path>!<member's path>`. */
  originalPath: z.string(),
  /** The path's bytes in hex, where they are not UTF-8. */
  pathBytes: z.string().exactOptional(),
  /** SHA-256 of the container it is a member of. */
  parent: sha256.exactOptional(),
  /** Which of the container's members it is, from 0: names may repeat. */
  member: count.exactOptional(),
  source: z.string(),
  reason: z.string(),
};

export const LEDGER_BODIES = {
  'case-created': z.object({
    case: z.string().transform((id) => id as CaseId),
    title: z.string(),
    format: count,
    analyst,
    tool,
  }),
  'analyst-joined': z.object({ analyst, tool }),
  'lock-taken-over': z.object({
    /** Absent when the lock file was unreadable. */
    from: z
      .object({ analyst: z.string(), host: z.string(), pid: z.int(), since: z.string() })
      .exactOptional(),
    lastSeen: time,
    why: z.string(),
  }),
  'heads-lost': z.object({ why: z.string() }),
  [REPAIRED]: z.object({ log: z.string(), offset: count, bytes: count, kept: z.string(), sha256 }),
  'intake-begun': z.object({
    paths: z.array(z.string()),
    source: z.string(),
    reason: z.string(),
    custody,
    zone: z.string().exactOptional(),
    tables: z.record(z.string(), tableOptions).exactOptional(),
    /** The intake that was interrupted, whose rest this one takes up. */
    resumes: count.exactOptional(),
    tool,
  }),
  'intake-ended': z.object({
    intake: count,
    cancelled: z.boolean(),
    sealed: count,
    duplicates: count,
    refused: count,
    /** Why it ended early, where it was not the analyst. */
    explanation: z.string().exactOptional(),
  }),
  'evidence-sealed': z.object({
    ...origin,
    index,
    sha256,
    sha1,
    md5,
    size: count,
    custody,
    modifiedAt: time.exactOptional(),
    /** What is wrong with a member as its container gave it, e.g. a checksum that does not fit. */
    damage: z.string().exactOptional(),
    seconds: z.number(),
    tool,
  }),
  'evidence-duplicate': z.object({ ...origin, of: index, sha256, size: count }),
  'evidence-refused': z.object({
    ...origin,
    /** Kebab-case: `symlink`, `unreadable`, `changed`, … */
    code: z.string(),
    explanation: z.string(),
    size: count.exactOptional(),
  }),
  'evidence-parsed': z.object({
    index,
    sha256,
    state: z.enum(['done', 'partial', 'unparsed', 'container', 'empty', 'failed']),
    format: z.string().exactOptional(),
    parser: z
      .string()
      .transform((id) => id as ParserId)
      .exactOptional(),
    parserVersion: z.int().exactOptional(),
    confidence: z.union([z.literal(1), z.literal(2), z.literal(3)]).exactOptional(),
    assumedZone: z.string().exactOptional(),
    /** What a table parser was told, where that is not what the intake says. */
    table: tableOptions.exactOptional(),
    coverage: coverage.exactOptional(),
    /** ns since 1970 UTC */
    firstTime: z.bigint().exactOptional(),
    lastTime: z.bigint().exactOptional(),
    seconds: z.number(),
    explanation: z.string().exactOptional(),
    tool,
  }),
  'evidence-verified': z.object({
    /** Files `from` … `to - 1` by index were hashed again. */
    from: count,
    to: count,
    bytes: count,
    /** Every one of them that is not what was sealed. */
    altered: z.array(z.object({ index, sha256, detail: z.string() })),
    tool,
  }),
  'report-sealed': z.object({
    report: z.string(),
    path: z.string(),
    sha256,
    /** The proof pack beside it. */
    pack: z.string(),
    packSha256: sha256.exactOptional(),
    /** 32 random bytes by which the digests in the pack of a redacted report are keyed. */
    packKey: sha256.exactOptional(),
    citations: z.object({ total: count, resolved: count }),
    tool,
  }),
} as const;

export type LedgerKind = keyof typeof LEDGER_BODIES;
export type LedgerBody<K extends LedgerKind> = z.infer<(typeof LEDGER_BODIES)[K]>;

/** What is appended. */
export type LedgerDraft = {
  [K in LedgerKind]: { readonly kind: K; readonly body: LedgerBody<K> };
}[LedgerKind];

/** A line of the ledger with its body understood. */
export type LedgerRecord = LedgerDraft & Omit<SignedEntry, 'kind' | 'body'>;

/** Undefined for a kind, or a form of a kind, that only a newer Fireline knows. */
export function understand(entry: SignedEntry): LedgerRecord | undefined {
  if (!Object.hasOwn(LEDGER_BODIES, entry.kind)) return undefined;
  const parsed = LEDGER_BODIES[entry.kind as LedgerKind].safeParse(entry.body);
  return parsed.success ? ({ ...entry, body: parsed.data } as LedgerRecord) : undefined;
}
