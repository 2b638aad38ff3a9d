import type { Sha256 } from '#shared/model/ids.ts';
import { formatInstant } from '#shared/model/time.ts';
import type { Signer } from '../../casefile/signing-key.ts';
import type { OutgoingReport } from '../outgoing.ts';
import type { Head } from '../sources.ts';
import type { CitationProof, CitationProver } from './citation-proof.ts';
import { keyedDigest } from './keyed-digest.ts';
import {
  PACK_FORMAT,
  REDACTED_FORMAT,
  packMessage,
  type ProofBody,
  type ProofCitation,
  type ProofEvidence,
  type ProofPack,
} from './proof-pack.ts';

export interface ReportFile {
  /** Bare name; the pack lies beside it. */
  readonly name: string;
  readonly size: number;
  readonly sha256: ProofCitation['evidence'];
}

/**
 * Reads every cited record again from the sealed evidence and signs what was found.
 * @param key of the digests of records, where texts of the report are redacted
 */
export async function makePack(
  { model, cited: events, redactedEvents }: OutgoingReport,
  files: readonly ReportFile[],
  prover: CitationProver,
  signer: Signer,
  key?: Sha256,
): Promise<ProofPack> {
  const { find } = model.redactor;
  const digestOf = (digest: Sha256): Sha256 =>
    key === undefined ? digest : keyedDigest(digest, key);
  const found = events.flatMap((cited) => (cited.found ? [cited] : []));
  const proofs = await prover(found.map(({ event }) => event));
  const citations: ProofCitation[] = [];
  const unresolved: ProofBody['unresolved'] = [];
  const evidence = new Map<string, ProofEvidence>();
  const proven = new Map(found.map((cited, n) => [cited.id, proofs[n]] as const));
  for (const cited of events) {
    const { number, id } = cited;
    const proof = cited.found ? proven.get(id) : undefined;
    if (proof?.ok !== true) {
      const why = cited.found ? (proof?.why ?? 'it was not read again') : cited.why;
      unresolved.push({ number, event: id, why });
      continue;
    }
    const citation = citationOf(number, id, proof, redactedEvents.has(id));
    citations.push({
      ...citation,
      time: citation.time === null || find(citation.time).length > 0 ? null : citation.time,
      recordSha256: digestOf(citation.recordSha256),
      eventSha256: digestOf(citation.eventSha256),
    });
    const { sha256 } = proof.evidence;
    const name = model.evidence.find((item) => item.sha256 === sha256)?.name;
    evidence.set(sha256, { ...proof.evidence, name: name ?? proof.evidence.name });
  }
  const body: ProofBody = {
    fireline: 'proof-pack',
    format: model.redactor.redactions.length === 0 ? PACK_FORMAT : REDACTED_FORMAT,
    case: model.case,
    report: {
      id: model.id,
      title: model.header.title,
      files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    },
    citations,
    unresolved,
    evidence: [...evidence.values()],
    ledger: headOf(model.heads.ledger),
    work: headOf(model.heads.work),
    tool: model.tool,
    madeAt: model.madeAt,
    key: { ...signer.analyst, name: model.analyst.name },
  };
  return { ...body, sig: signer.sign(packMessage(body)).toString('hex') };
}

const headOf = ({ lines, hash }: Head): ProofBody['ledger'] => ({ lines, hash });

function citationOf(
  number: string,
  event: ProofCitation['event'],
  { evidence, row, recordSha256, eventSha256 }: Extract<CitationProof, { ok: true }>,
  redacted: boolean,
): ProofCitation {
  const { offset, length, ordinal, record, time, precision } = row;
  return {
    number,
    event,
    evidence: evidence.sha256,
    locator: { offset, length, ordinal },
    record: record ?? null,
    time: time === undefined ? null : formatInstant(time, precision),
    recordSha256,
    eventSha256,
    ...(redacted && { redacted }),
  };
}
