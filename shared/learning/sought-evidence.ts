import type { EvidenceItem, EvidenceState } from '../model/evidence.ts';
import type { Sha256 } from '../model/ids.ts';
import type { NegativeFinding } from '../records/kinds/negative-finding.ts';

/** States in which what could be read of a file has been read; in the others a search runs over part of it or none. */
const READ: ReadonlySet<EvidenceState> = new Set<EvidenceState>([
  'done',
  'partial',
  'unparsed',
  'container',
  'empty',
  'failed',
]);

/** The sealed files that a search made now runs over, in the order of their sealing. */
export const searchable = (items: readonly EvidenceItem[]): readonly EvidenceItem[] =>
  items.filter(({ state }) => READ.has(state));

/** Their digests, in text order, so that the same evidence always gives the same list. */
export const soughtIn = (items: readonly EvidenceItem[]): readonly Sha256[] =>
  [...new Set(searchable(items).map(({ sha256 }) => sha256))].sort();

export interface Freshness {
  /** Files that are in the case and that the search did not run over. */
  readonly unseen: readonly EvidenceItem[];
  readonly stale: boolean;
}

/** Whether evidence has come since the search that it did not run over. */
export function freshness(
  { evidence }: Pick<NegativeFinding, 'evidence'>,
  items: readonly EvidenceItem[],
): Freshness {
  const seen = new Set(evidence);
  const unseen = searchable(items).filter(({ sha256 }) => !seen.has(sha256));
  return { unseen, stale: unseen.length > 0 };
}

export type LookedForState = 'nothing-found' | 'found-something' | 'stale' | 'not-run';

/**
 * What is to be said first of a search: that it found something outweighs that it is stale. One that ran over nothing
 * was written down and not made yet.
 */
export function lookedForState(
  finding: Pick<NegativeFinding, 'evidence' | 'matched' | 'denominator'>,
  items: readonly EvidenceItem[],
): LookedForState {
  if (finding.matched > 0) return 'found-something';
  if (finding.denominator === 0 && finding.evidence.length === 0) return 'not-run';
  return freshness(finding, items).stale ? 'stale' : 'nothing-found';
}
