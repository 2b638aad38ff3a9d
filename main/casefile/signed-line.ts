import { createHash } from 'node:crypto';
import type { AnalystId, Sha256 } from '#shared/model/ids.ts';
import { canonicalJson, parseCanonicalJson } from '#shared/work/canonical-json.ts';
import type { Signer } from './signing-key.ts';

/** One line of a signed log (docs/format/signed-log.md). */
export interface SignedEntry {
  /** From 0. */
  readonly seq: number;
  /** `hash` of the line before; of the first line, the log's anchor. */
  readonly prev: Sha256;
  /** ISO 8601 UTC, by the clock of the machine that wrote it. */
  readonly at: string;
  /** The name the analyst went by. */
  readonly actor: string;
  readonly key: AnalystId;
  readonly kind: string;
  readonly body: { readonly [name: string]: unknown };
  /** Ed25519 over the line without its signature, hex. */
  readonly sig: string;
  /** SHA-256 of the line's bytes, without the line feed. Not in the line. */
  readonly hash: Sha256;
}

/** What a caller wants written; the log adds the rest. */
export interface Draft {
  readonly kind: string;
  readonly body: { readonly [name: string]: unknown };
}

const SIG_HEAD = ',"sig":"';
const SIG_HEX = 128;
/** `,"sig":"` + hex + `"}`: the canonical order of keys puts the signature last. */
const SIG_LENGTH = SIG_HEAD.length + SIG_HEX + 2;

const hashOf = (bytes: Uint8Array): Sha256 =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;

/** What the first line's `prev` must be: it ties a log to its name and its case. */
export const anchorOf = (log: string, caseId: string): Sha256 =>
  hashOf(Buffer.from(`fireline:${log}:${caseId}`, 'utf8'));

/** The line to append, with its line feed, and the entry it stands for. */
export function encodeLine(
  signer: Signer,
  place: { readonly seq: number; readonly prev: Sha256; readonly at: string },
  draft: Draft,
): { readonly line: Buffer; readonly entry: SignedEntry } {
  const unsigned = {
    ...place,
    actor: signer.analyst.name,
    key: signer.analyst.id,
    kind: draft.kind,
    body: draft.body,
  };
  const text = canonicalJson(unsigned);
  const sig = signer.sign(Buffer.from(text, 'utf8')).toString('hex');
  const line = Buffer.from(`${text.slice(0, -1)}${SIG_HEAD}${sig}"}\n`, 'utf8');
  return { line, entry: { ...unsigned, sig, hash: hashOf(line.subarray(0, -1)) } };
}

/** The bytes that were signed: the line without its signature. */
export const signedBytes = (line: Uint8Array): Buffer =>
  Buffer.concat([line.subarray(0, line.length - SIG_LENGTH), Buffer.from('}')]);

export type DecodedLine =
  { readonly ok: true; readonly entry: SignedEntry } | { readonly ok: false; readonly why: string };

/** Reads a line (without its line feed) as far as it can be judged alone: shape, not chain or signature. */
export function decodeLine(line: Buffer): DecodedLine {
  const tail = line.subarray(-SIG_LENGTH).toString('latin1');
  const sig = tail.slice(SIG_HEAD.length, -2);
  if (!tail.startsWith(SIG_HEAD) || !tail.endsWith('"}') || !/^[0-9a-f]{128}$/.test(sig)) {
    return { ok: false, why: 'does not end in a signature' };
  }
  let value: unknown;
  try {
    value = parseCanonicalJson(line.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, why: 'is not JSON' };
    throw error;
  }
  if (!hasShape(value)) return { ok: false, why: 'lacks what every line has' };
  return { ok: true, entry: { ...value, hash: hashOf(line) } };
}

function hasShape(value: unknown): value is Omit<SignedEntry, 'hash'> {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, prev, at, actor, key, kind, body } = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(seq) &&
    typeof prev === 'string' &&
    typeof at === 'string' &&
    typeof actor === 'string' &&
    typeof key === 'string' &&
    typeof kind === 'string' &&
    typeof body === 'object' &&
    body !== null &&
    !Array.isArray(body)
  );
}
