import type { EvidenceItem } from '#shared/model/evidence.ts';

/** A query for the events of one file. By hash, because names repeat. */
export const evidenceQuery = ({ sha256 }: EvidenceItem): string => `evidence:${sha256}`;
