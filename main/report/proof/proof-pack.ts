import type { AnalystId, CaseId, EventId, ParserId, ReportId, Sha256 } from '#shared/model/ids.ts';
import { canonicalJson } from '#shared/work/canonical-json.ts';
import { z } from 'zod';

/**
 * What lets anyone check a report without trusting it (docs/format/proof-pack.md): the digests of its files, and for
 * each cited event where its record lies and what was read from it; tied to both logs of the case, and signed.
 */
export const PACK_FORMAT = 1;
/**
 * The same with `redacted` citations, and with keyed digests of records (keyed-digest.ts): what was written before cannot
 * say that a text is not shown.
 */
export const REDACTED_FORMAT = 2;
/** Beside the report: `<report file><PACK_SUFFIX>`. */
export const PACK_SUFFIX = '.fireline-proof.json';

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((hex) => hex as Sha256);
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const short = z.string().max(2_000);
const head = z.strictObject({ lines: count, hash: digest });
/** A file beside the pack: a bare name, so that no pack can point anywhere else. */
const fileName = z
  .string()
  .min(1)
  .max(255)
  .refine((name) => !/[/\\\0]/.test(name) && name !== '.' && name !== '..', 'not a bare file name');

const evidence = z.strictObject({
  sha256: digest,
  name: z.string().max(32_768),
  size: count,
  parser: z.strictObject({
    id: z
      .string()
      .regex(/^[\w.-]{1,60}$/)
      .transform((id) => id as ParserId),
    version: count,
  }),
  /** What the parser was told besides the bytes. */
  context: z.strictObject({
    zone: z.string().max(100).nullable(),
    /** The file's modification time, ISO 8601 UTC. */
    modifiedAt: z.string().max(40).nullable(),
    options: z.unknown(),
  }),
});

const citation = z.strictObject({
  /** As printed: E12. */
  number: z.string().regex(/^E\d{1,7}$/),
  event: z
    .string()
    .regex(/^[0-9a-f]{32}\.[0-9a-f]{1,13}\.\d{1,5}$/)
    .transform((id) => id as EventId),
  evidence: digest,
  locator: z.strictObject({ offset: count, length: count, ordinal: count }),
  /** The format's own record number. */
  record: count.nullable(),
  /** ISO 8601 UTC, or null for an undated record. */
  time: z.string().max(60).nullable(),
  /** SHA-256 of the record's bytes in the evidence; keyed in format 2, as is the next. */
  recordSha256: digest,
  /** SHA-256 of the canonical JSON of what the parser reads from them. */
  eventSha256: digest,
  /** Something of its text is not shown in the report; the record is proven all the same. */
  redacted: z.literal(true).exactOptional(),
});

const body = z.strictObject({
  fireline: z.literal('proof-pack'),
  format: z.union([z.literal(PACK_FORMAT), z.literal(REDACTED_FORMAT)]),
  case: z.strictObject({
    id: z
      .string()
      .max(100)
      .transform((id) => id as CaseId),
    title: short,
  }),
  report: z.strictObject({
    id: z
      .string()
      .max(100)
      .transform((id) => id as ReportId),
    title: short,
    files: z
      .array(z.strictObject({ name: fileName, size: count, sha256: digest }))
      .min(1)
      .max(20),
  }),
  citations: z.array(citation).max(200_000),
  /** Cited in the report but not found, or not provable; they prove nothing. */
  unresolved: z
    .array(z.strictObject({ number: z.string().max(20), event: short, why: short }))
    .max(200_000),
  /** The files that hold the cited records. */
  evidence: z.array(evidence).max(100_000),
  ledger: head,
  work: head,
  tool: short,
  /** ISO 8601 UTC. */
  madeAt: z.iso.datetime(),
  key: z.strictObject({
    id: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .transform((id) => id as AnalystId),
    name: short,
    /** Ed25519, SPKI PEM. */
    publicKey: z.string().max(2_000),
  }),
});

const pack = z.strictObject({ ...body.shape, sig: z.string().regex(/^[0-9a-f]{128}$/) });

export type ProofBody = z.infer<typeof body>;
export type ProofPack = z.infer<typeof pack>;
export type ProofCitation = z.infer<typeof citation>;
export type ProofEvidence = z.infer<typeof evidence>;

/** The bytes that are signed: the canonical JSON (RFC 8785) of everything but the signature. */
export const packMessage = (unsigned: ProofBody): Uint8Array =>
  Buffer.from(canonicalJson(unsigned), 'utf8');

/**
 * The one text of a pack: keys sorted, two spaces of indentation, a line feed at the end. A pack whose bytes differ
 * from the text of what they say was changed, even where only white space was.
 */
export const packText = (value: ProofPack): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;

export type ReadPack =
  | { readonly ok: true; readonly pack: ProofPack }
  /** Goes after “The pack ”. */
  | { readonly ok: false; readonly why: string };

/** Reads a pack as far as it can be judged alone: form and exact text, not signature. Never throws. */
export function readPack(bytes: Uint8Array): ReadPack {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, why: 'is not JSON' };
  }
  const version = z
    .looseObject({ fireline: z.literal('proof-pack'), format: z.int().min(1) })
    .safeParse(value);
  if (!version.success) return { ok: false, why: 'is not a Fireline proof pack' };
  if (version.data.format > REDACTED_FORMAT) {
    return {
      ok: false,
      why: `has format ${version.data.format}; this Fireline knows up to ${REDACTED_FORMAT}`,
    };
  }
  const parsed = pack.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, why: `has a wrong form at “${issue?.path.join('.') ?? ''}”` };
  }
  const exact = Buffer.from(packText(parsed.data), 'utf8');
  if (!exact.equals(bytes)) return { ok: false, why: 'is not written as Fireline writes it' };
  return { ok: true, pack: parsed.data };
}
