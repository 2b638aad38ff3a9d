import type { EventDetail } from '#shared/model/event.ts';
import type { Sha256 } from '#shared/model/ids.ts';
import type { ProofEvidence } from './proof-pack.ts';

/** What reading a cited record again from the sealed evidence gave. */
export type CitationProof =
  | {
      readonly ok: true;
      readonly evidence: ProofEvidence;
      readonly row: Pick<
        EventDetail,
        'offset' | 'length' | 'ordinal' | 'record' | 'time' | 'precision'
      >;
      readonly recordSha256: Sha256;
      readonly eventSha256: Sha256;
    }
  /** A whole clause: “the evidence file is missing”. */
  | { readonly ok: false; readonly why: string };

/**
 * Proves events one by one, in their order. Lives in main/verify, which knows the parsers; the report is given it, so
 * that what makes a proof and what checks it are the same code.
 */
export type CitationProver = (events: readonly EventDetail[]) => Promise<readonly CitationProof[]>;
