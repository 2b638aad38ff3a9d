import { TECHNIQUE_ID } from '#shared/model/attack.ts';
import type { Finding } from '#shared/model/finding.ts';
import type { EventId, FindingId } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import type { Change } from '#shared/model/change.ts';

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

export const draftOfFinding = (finding: Finding): FindingDraft => ({
  title: finding.title,
  statement: finding.statement,
  severity: finding.severity,
  confidence: finding.confidence,
  technique: finding.technique ?? '',
});

/** What stands in the way of saving. */
export function titleProblem({ title }: FindingDraft): string | undefined {
  return title.trim() === '' ? 'Say in a few words what was found.' : undefined;
}

export const newFinding = (draft: FindingDraft, id: FindingId): Finding => ({
  id,
  title: draft.title.trim(),
  statement: draft.statement.trim(),
  severity: draft.severity,
  confidence: draft.confidence,
  status: 'open',
  ...(TECHNIQUE_ID.test(draft.technique) && { technique: draft.technique }),
  events: [],
});

/** Only what is different; an emptied technique is cleared. */
export function findingChange(finding: Finding, draft: FindingDraft): Change<Omit<Finding, 'id'>> {
  const next = newFinding(draft, finding.id);
  const { title, statement, severity, confidence, technique } = next;
  return {
    ...(title !== finding.title && { title }),
    ...(statement !== finding.statement && { statement }),
    ...(severity !== finding.severity && { severity }),
    ...(confidence !== finding.confidence && { confidence }),
    ...(technique !== finding.technique && { technique: technique ?? null }),
  };
}

const EVENT_ID = /[0-9a-f]{32}\.[0-9a-f]{1,13}\.\d{1,5}/g;

const isEventId = (text: string): text is EventId => parseEventId(text) !== undefined;

/** Identities of events in pasted text, each once: a citation, copied rows, a list. */
export const eventIdsIn = (text: string): readonly EventId[] => [
  ...new Set((text.match(EVENT_ID) ?? []).flatMap((id) => (isEventId(id) ? [id] : []))),
];
