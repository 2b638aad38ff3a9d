import type { Sha256 } from '#shared/model/ids.ts';
import { eventId } from '#shared/model/ids.ts';
import { keyedDigest } from '../report/proof/keyed-digest.ts';
import type { ProofCitation, ProofEvidence, ProofPack } from '../report/proof/proof-pack.ts';
import { type Check, failed, passed } from './check.ts';
import { extractFrom, type Extract, type ParserById } from './extract.ts';
import { type SealedFile, troubleWith } from './sealed-file.ts';

/**
 * Reads every cited record again from the sealed evidence; pass or fail for each, in the pack's order.
 * @param key of the digests in the pack of a redacted report
 */
export async function checkCitations(
  pack: ProofPack,
  files: ReadonlyMap<Sha256, SealedFile>,
  parserById: ParserById,
  key?: Sha256,
): Promise<readonly Check[]> {
  const results = new Map<ProofCitation, Check>();
  const evidence = new Map(pack.evidence.map((one) => [one.sha256, one]));
  const read: Reading = (...of) => {
    const found = extractFrom(...of);
    return key === undefined ? found : found.map((extract) => keyed(extract, key));
  };
  for (const sha256 of new Set(pack.citations.map((citation) => citation.evidence))) {
    const own = pack.citations.filter((citation) => citation.evidence === sha256);
    const file = files.get(sha256);
    const checks = await checkOneFile(own, evidence.get(sha256), file, parserById, read);
    for (const [n, citation] of own.entries()) {
      const check = checks[n];
      if (check !== undefined) results.set(citation, check);
    }
  }
  const unresolved = pack.unresolved.map(({ number, event, why }) =>
    failed('citation', number, `${event} did not resolve when the report was made: ${why}`),
  );
  return [...pack.citations.flatMap((citation) => results.get(citation) ?? []), ...unresolved];
}

type Reading = typeof extractFrom;

/** What was read, with digests as the pack of a redacted report has them. */
const keyed = (extract: Extract, key: Sha256): Extract => ({
  ...extract,
  ...(extract.recordSha256 !== undefined && {
    recordSha256: keyedDigest(extract.recordSha256, key),
  }),
  ...(extract.ok && { eventSha256: keyedDigest(extract.eventSha256, key) }),
});

async function checkOneFile(
  citations: readonly ProofCitation[],
  evidence: ProofEvidence | undefined,
  file: SealedFile | undefined,
  parserById: ParserById,
  read: Reading,
): Promise<readonly Check[]> {
  const all = (why: string): readonly Check[] =>
    citations.map(({ number }) => failed('citation', number, why));
  if (evidence === undefined) return all('the pack does not say which file it is in');
  if (file === undefined) return all('the ledger knows no such evidence');
  const trouble = await troubleWith(file);
  if (trouble !== undefined) return all(`its evidence ${trouble}`);
  // The pack may name the file by a label, where the report redacts its name; the parser is told the real one.
  const { parser: by, context } = evidence;
  const { name } = file;
  const parser = parserById(by.id);
  if (parser === undefined) return all(`this Fireline has no parser ${by.id}`);
  const places = citations.map(({ locator }) => locator);
  const extracts = read(file.path, file.size, { name, context }, parser, places);
  const readBy =
    parser.version === by.version
      ? `${by.id}@${by.version}`
      : `${by.id}@${parser.version}; ${by.id}@${by.version} when the report was made`;
  return citations.map((citation, n) => compare(citation, extracts[n], name, readBy));
}

function compare(
  citation: ProofCitation,
  extract: Extract | undefined,
  name: string,
  readBy: string,
): Check {
  const { number, locator, record } = citation;
  const nth = record === null ? '' : `, record ${record}`;
  const where = `${name}, offset ${locator.offset}, ${locator.length} bytes${nth}`;
  const fail = (why: string): Check => failed('citation', number, `${where}: ${why}`);
  if (eventId(citation.evidence, locator.offset, locator.ordinal) !== citation.event) {
    return fail('its identity does not fit its place');
  }
  if (extract === undefined) return fail('was not read again');
  if (extract.recordSha256 !== undefined && extract.recordSha256 !== citation.recordSha256) {
    return fail('the bytes of the record are not those that were cited');
  }
  if (!extract.ok) return fail(`the record ${extract.why}`);
  return extract.eventSha256 === citation.eventSha256
    ? passed(
        'citation',
        number,
        `${where}: read again by ${readBy}, the same event${citation.redacted === true ? '; its text is redacted in the report' : ''}`,
      )
    : fail(`the bytes are the same, but ${readBy} reads another event from them`);
}
