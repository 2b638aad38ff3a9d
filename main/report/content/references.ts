import type { EventId } from '#shared/model/ids.ts';
import type { Citation } from '#shared/model/report.ts';
import type { ReportModel } from '../model.ts';
import { findingById } from '../model.ts';
import { type Inline, text } from './inline.ts';

export const eventAnchor = (number: string): string => `event-${number.toLowerCase()}`;
export const findingAnchor = (number: string): string => `finding-${number.toLowerCase()}`;
export const boardAnchor = (number: string): string => `board-${number.toLowerCase()}`;
export const evidenceAnchor = (index: number): string => `evidence-${index}`;

export function eventReference(model: ReportModel, id: EventId): Inline {
  const cited = model.events.byId.get(id);
  if (cited === undefined) throw new Error(`event ${id} is printed but was not numbered`);
  return { kind: 'reference', label: cited.number, anchor: eventAnchor(cited.number) };
}

/** E1, E4, E5. */
export const eventReferences = (model: ReportModel, ids: readonly EventId[]): readonly Inline[] =>
  ids.flatMap((id, n) => [...(n > 0 ? [text(', ')] : []), eventReference(model, id)]);

export function citationReference(model: ReportModel, citation: Citation): Inline {
  if (citation.kind === 'event') return eventReference(model, citation.event);
  if (citation.kind === 'board') {
    const number = model.board.numberOf.get(citation.item);
    return number === undefined
      ? { kind: 'unresolved', text: 'board item not in the case' }
      : { kind: 'reference', label: number, anchor: boardAnchor(number) };
  }
  const found = findingById(model, citation.finding);
  return found === undefined
    ? { kind: 'unresolved', text: 'finding not in the case' }
    : { kind: 'reference', label: found.number, anchor: findingAnchor(found.number) };
}

export const evidenceReference = (index: number, name: string): Inline => ({
  kind: 'reference',
  label: name,
  anchor: evidenceAnchor(index),
});
