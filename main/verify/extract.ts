import type { ParserId, Sha256 } from '#shared/model/ids.ts';
import { canonicalJson } from '#shared/work/canonical-json.ts';
import { isSystemError, reasonOf } from '../casefile/io-failure.ts';
import type { BatchRow } from '../parse/batch-row.ts';
import { FileSource } from '../parse/file-source.ts';
import type { ByteSource, Parser } from '../parse/parser.ts';
import { reread } from '../parse/reread.ts';
import type { ProofEvidence } from '../report/proof/proof-pack.ts';
import { rangeDigest, sha256Of } from './digest.ts';
import { parseContext } from './sealed-file.ts';

/** The registry of parsers, or a part of it. */
export type ParserById = (id: ParserId) => Parser | undefined;

export interface Place {
  readonly offset: number;
  readonly length: number;
  readonly ordinal: number;
}

/** What the evidence yields at one place. */
export type Extract =
  | {
      readonly ok: true;
      readonly recordSha256: Sha256;
      readonly event: BatchRow;
      readonly eventSha256: Sha256;
    }
  /** Goes after a name: “could not …”. `recordSha256` where at least the bytes were there. */
  | { readonly ok: false; readonly why: string; readonly recordSha256?: Sha256 };

/** Reads the records at the given places of one file again, with one parser. Never throws on what a file holds. */
export function extractFrom(
  path: string,
  size: number,
  evidence: Pick<ProofEvidence, 'name' | 'context'>,
  parser: Parser,
  places: readonly Place[],
): readonly Extract[] {
  let source: FileSource;
  try {
    source = new FileSource(path, size);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const why = `could not be read: ${reasonOf(error).why}`;
    return places.map(() => ({ ok: false, why }));
  }
  try {
    return extractAll(source, evidence, parser, places);
  } finally {
    source.close();
  }
}

function extractAll(
  source: ByteSource,
  evidence: Pick<ProofEvidence, 'name' | 'context'>,
  parser: Parser,
  places: readonly Place[],
): readonly Extract[] {
  const context = parseContext(evidence.name, evidence.context);
  const inside = places.filter(({ offset, length }) => offset + length <= source.size);
  const locators = [...new Map(inside.map((place) => [place.offset, place])).values()];
  const { events, failure } = reread(parser, source, context, locators);
  return places.map((place) => {
    const recordSha256 = rangeDigest(source, place.offset, place.length);
    if (recordSha256 === undefined) return { ok: false, why: 'lies beyond the end of the file' };
    const event = events
      .get(place.offset)
      ?.find(({ ordinal, length }) => ordinal === place.ordinal && length === place.length);
    if (event !== undefined) {
      return { ok: true, recordSha256, event, eventSha256: eventDigest(event) };
    }
    const cause = failure === undefined ? '' : ` (${failure.message})`;
    return { ok: false, why: `yields no event any more${cause}`, recordSha256 };
  });
}

/**
 * SHA-256 of an event as canonical JSON: all that the parser made of the record, without its number in the file and
 * the searchable text, which are derived.
 */
export function eventDigest(row: BatchRow): Sha256 {
  const said = Object.entries(row).filter(([name]) => !DERIVED.has(name));
  return sha256Of(Buffer.from(canonicalJson(Object.fromEntries(said)), 'utf8'));
}

const DERIVED: ReadonlySet<string> = new Set(['n', 'search'] satisfies (keyof BatchRow)[]);
