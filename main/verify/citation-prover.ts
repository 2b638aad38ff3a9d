import type { EventDetail } from '#shared/model/event.ts';
import type { Sha256 } from '#shared/model/ids.ts';
import { UNDATED } from '#shared/model/time.ts';
import type { BatchRow } from '../parse/batch-row.ts';
import type { CitationProof, CitationProver } from '../report/proof/citation-proof.ts';
import type { ProofEvidence } from '../report/proof/proof-pack.ts';
import { type Extract, extractFrom, type ParserById } from './extract.ts';
import { type SealedFile, troubleWith } from './sealed-file.ts';

/**
 * Proves cited events from the sealed evidence: what the store says of an event must be what its record says. The
 * files' own digests are checked when evidence is verified, not here.
 */
export const citationProver =
  (files: ReadonlyMap<Sha256, SealedFile>, parserById: ParserById): CitationProver =>
  async (events) => {
    const byFile = new Map<Sha256, EventDetail[]>();
    for (const event of events) {
      const sha256 = event.evidenceSha256 as Sha256;
      byFile.set(sha256, [...(byFile.get(sha256) ?? []), event]);
    }
    const proofs = new Map<EventDetail, CitationProof>();
    for (const [sha256, own] of byFile) {
      const found = await proveFrom(files.get(sha256), own, parserById);
      for (const [n, event] of own.entries()) {
        proofs.set(event, found[n] ?? { ok: false, why: 'it was not read again' });
      }
    }
    return events.map((event) => proofs.get(event) ?? { ok: false, why: 'it was not read again' });
  };

async function proveFrom(
  file: SealedFile | undefined,
  events: readonly EventDetail[],
  parserById: ParserById,
): Promise<readonly CitationProof[]> {
  const all = (why: string): readonly CitationProof[] => events.map(() => ({ ok: false, why }));
  if (file?.parser === undefined) return all('the ledger knows no such evidence');
  const trouble = await troubleWith(file);
  if (trouble !== undefined) return all(`the evidence file ${trouble}`);
  const parser = parserById(file.parser.id);
  if (parser === undefined) return all(`this Fireline has no parser ${file.parser.id}`);
  const { id, version } = file.parser;
  if (parser.version !== version) {
    return all(`it was read by ${id}@${version} and this Fireline has ${id}@${parser.version}`);
  }
  const { name, sha256, size, context, path } = file;
  const evidence = { sha256, name, size, parser: { id, version }, context };
  const extracts = extractFrom(path, size, { name, context }, parser, events);
  return events.map((event, n) => proofOf(event, extracts[n], evidence));
}

function proofOf(
  stored: EventDetail,
  extract: Extract | undefined,
  evidence: ProofEvidence,
): CitationProof {
  if (extract?.ok !== true)
    return { ok: false, why: `its record ${extract?.why ?? 'was not read'}` };
  const { event, recordSha256, eventSha256 } = extract;
  const difference = differenceBetween(stored, event);
  return difference === undefined
    ? { ok: true, evidence, row: stored, recordSha256, eventSha256 }
    : {
        ok: false,
        why: `the case says another ${difference} than its record; read the file in again`,
      };
}

/** The first thing in which the stored event is not what its record yields. */
function differenceBetween(stored: EventDetail, read: BatchRow): string | undefined {
  const time = read.time === UNDATED ? undefined : read.time;
  if (stored.time !== time) return 'time';
  const names = ['message', 'host', 'user', 'code', 'action', 'record', 'timeOriginal'] as const;
  return names.find((name) => stored[name] !== read[name]);
}
