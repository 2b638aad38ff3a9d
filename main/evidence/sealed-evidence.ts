import type { EvidenceIndex, Sha256 } from '#shared/model/ids.ts';
import type { LedgerBody } from '../casefile/ledger-entries.ts';
import type { Digests } from './hasher.ts';

/** A sealed file whose bytes lie at `path`, to be read by a parser. */
export interface SealedEvidence {
  readonly index: EvidenceIndex;
  readonly sha256: Sha256;
  readonly path: string;
  readonly name: string;
  readonly originalPath: string;
  readonly size: number;
  readonly modifiedAt: string | undefined;
}

/** Where bytes came from, as the ledger says it of sealed, duplicate and refused files alike. */
export interface Origin {
  readonly name: string;
  /** As read; a member's is `<container's path>!<member's path>`. */
  readonly originalPath: string;
  /** The path's bytes in hex, where they are not UTF-8. */
  readonly pathBytes?: string;
  readonly modifiedAt?: string;
  /** SHA-256 of the container it is a member of, and which of its members it is, from 0. */
  readonly parent?: Sha256;
  readonly member?: number;
}

/** A sealed file with all that its outcome says of it. */
export interface Sealed {
  readonly file: SealedEvidence;
  readonly origin: Origin;
  readonly digests: Digests;
  /** What is wrong with a member as its container gave it. */
  readonly damage?: string;
}

/** What reading a sealed file came to, as the ledger says it. */
export type Parsed = Omit<LedgerBody<'evidence-parsed'>, 'index' | 'sha256' | 'tool'>;
