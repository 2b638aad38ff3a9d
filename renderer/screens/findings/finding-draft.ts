import type { Finding } from '#shared/model/finding.ts';
import type { EventId } from '#shared/model/ids.ts';
import { parseEventId } from '#shared/model/ids.ts';
import type { Change } from '#shared/model/change.ts';
import type { FindingDraft } from '#renderer/records/finding-draft.ts';
import { newFinding } from '#renderer/records/finding-draft.ts';

export const draftOfFinding = (finding: Finding): FindingDraft => ({
  title: finding.title,
  statement: finding.statement,
  severity: finding.severity,
  confidence: finding.confidence,
  technique: finding.technique ?? '',
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
