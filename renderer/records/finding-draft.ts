import { TECHNIQUE_ID } from '#shared/model/attack.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { EventId, FindingId } from '#shared/model/ids.ts';

/** A finding as it is being written. */
export interface FindingDraft {
  readonly title: string;
  readonly statement: string;
  readonly severity: Finding['severity'];
  readonly confidence: Finding['confidence'];
  /** Empty for none. */
  readonly technique: string;
}

export const EMPTY_FINDING: FindingDraft = {
  title: '',
  statement: '',
  severity: 'medium',
  confidence: 'medium',
  technique: '',
};

/** What stands in the way of saving. */
export function titleProblem({ title }: FindingDraft): string | undefined {
  return title.trim() === '' ? 'Say in a few words what was found.' : undefined;
}

export const newFinding = (
  draft: FindingDraft,
  id: FindingId,
  events: readonly EventId[] = [],
): Finding => ({
  id,
  title: draft.title.trim(),
  statement: draft.statement.trim(),
  severity: draft.severity,
  confidence: draft.confidence,
  status: 'open',
  ...(TECHNIQUE_ID.test(draft.technique) && { technique: draft.technique }),
  events,
});
