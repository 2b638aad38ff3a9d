import { entityGroups } from '../entities/entity-groups.ts';
import type { RecordId } from '../model/ids.ts';
import type { Entity } from '../records/kinds/entity.ts';
import { recordOf } from '../work/records.ts';
import type { Recorded } from '../work/records.ts';
import { defang } from './defang.ts';

/** What a text that cites this record means now: itself, or the entity into which it was merged. */
export function citedEntity(state: Recorded, id: RecordId): Entity | undefined {
  const own = recordOf(state, 'entity', id);
  return own === undefined ? undefined : (entityGroups(state).recordOf(own) ?? own);
}

/** How a report writes it: as people call it, or by its value, the intruder's so that nothing makes a link of it. */
export const printedName = ({ kind, value, label, hostile }: Entity): string =>
  label ?? (hostile === true ? defang(kind, value) : value);

/** The name of what is cited, as a report prints it now; undefined when the case does not know it. */
export function citedName(state: Recorded, id: RecordId): string | undefined {
  const entity = citedEntity(state, id);
  return entity === undefined ? undefined : printedName(entity);
}
