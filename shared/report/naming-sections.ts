import type { RecordId, ReportId, SectionId } from '../model/ids.ts';
import type { WorkState } from '../work/work-state.ts';
import { citedEntity } from './cited-entity.ts';
import { pointersIn } from './document-parts.ts';
import { numberSections } from './numbering.ts';

/** A section of a report that names an entity. */
export interface NamingSection {
  readonly report: ReportId;
  readonly section: SectionId;
  /** `Post-mortem, 2 Impact`. */
  readonly title: string;
}

/** Where reports name an entity, or what was merged into it: what a new name for it would change. */
export function namingSections(
  state: Pick<WorkState, 'records' | 'reports'>,
  entity: RecordId,
): readonly NamingSection[] {
  const found: NamingSection[] = [];
  for (const { id, header, sections } of state.reports.values()) {
    for (const { section, number } of numberSections([...sections.values()])) {
      for (const pointer of pointersIn(section.content)) {
        if (pointer.kind !== 'citation' || pointer.citation.kind !== 'entity') continue;
        if (citedEntity(state, pointer.citation.entity)?.id !== entity) continue;
        const title = `${header.title}, ${number} ${section.title}`;
        found.push({ report: id, section: section.id, title });
        break;
      }
    }
  }
  return found;
}
