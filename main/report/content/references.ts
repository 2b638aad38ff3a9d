import type { EvidenceItem } from '#shared/model/evidence.ts';
import type { BoardItemId, EventId, RecordId } from '#shared/model/ids.ts';
import type { NumberedFinding } from '#shared/report/number-findings.ts';
import { citedEntity, printedName } from '#shared/report/cited-entity.ts';
import type { Citation } from '#shared/model/report.ts';
import type { ReportModel } from '../model.ts';
import { findingById } from '../model.ts';
import { type Inline, text } from '#shared/report/content/inline.ts';

export const eventAnchor = (number: string): string => `event-${number.toLowerCase()}`;
export const findingAnchor = (number: string): string => `finding-${number.toLowerCase()}`;
export const boardAnchor = (number: string): string => `board-${number.toLowerCase()}`;
export const evidenceAnchor = (index: number): string => `evidence-${index}`;
/** A number: the id of an entity is a digest by which anybody could confirm a guess at its name. */
export const entityAnchor = (
  { entityNumbers }: Pick<ReportModel, 'entityNumbers'>,
  id: RecordId,
): string => `entity-${entityNumbers.get(id) ?? 0}`;

export function eventReference(model: ReportModel, id: EventId): Inline {
  const cited = model.events.byId.get(id);
  if (cited === undefined) throw new Error(`event ${id} is printed but was not numbered`);
  return {
    kind: 'reference',
    label: cited.number,
    anchor: eventAnchor(cited.number),
    target: `event ${id}`,
  };
}

/** E1, E4, E5. */
export const eventReferences = (model: ReportModel, ids: readonly EventId[]): readonly Inline[] =>
  ids.flatMap((id, n) => [...(n > 0 ? [text(', ')] : []), eventReference(model, id)]);

export function citationReference(model: ReportModel, citation: Citation): Inline {
  switch (citation.kind) {
    case 'event':
      return eventReference(model, citation.event);
    case 'board': {
      const number = model.board.numberOf.get(citation.item);
      return number === undefined
        ? { kind: 'unresolved', text: 'board item not in the case' }
        : boardReference(number, citation.item);
    }
    case 'finding': {
      const found = findingById(model, citation.finding);
      return found === undefined
        ? { kind: 'unresolved', text: 'finding not in the case' }
        : findingReference(found);
    }
    case 'entity':
      return entityName(model, citation.entity);
  }
}

function entityName(model: ReportModel, id: RecordId): Inline {
  const entity = citedEntity(model.work, id);
  if (entity === undefined) return { kind: 'unresolved', text: 'entity not in the case' };
  return {
    kind: 'name',
    text: printedName(entity),
    anchor: entityAnchor(model, entity.id),
    target: `entity ${entity.id}`,
  };
}

export const boardReference = (number: string, item: BoardItemId): Inline => ({
  kind: 'reference',
  label: number,
  anchor: boardAnchor(number),
  target: `board ${item}`,
});

export const findingReference = ({ number, finding }: NumberedFinding): Inline => ({
  kind: 'reference',
  label: number,
  anchor: findingAnchor(number),
  target: `finding ${finding.id}`,
});

export const evidenceReference = ({
  index,
  name,
  sha256,
}: Pick<EvidenceItem, 'index' | 'name' | 'sha256'>): Inline => ({
  kind: 'reference',
  label: name,
  anchor: evidenceAnchor(index),
  target: `evidence ${sha256}`,
});
