import type { RecordId } from '#shared/model/ids.ts';
import type { Person } from '#shared/records/kinds/person.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { recordsOf } from '#shared/work/records.ts';

/** What a person is called everywhere; `somebody removed` for one who is no longer there. */
export function personName(people: ReadonlyMap<RecordId, Person>, id: RecordId): string {
  return people.get(id)?.name ?? 'somebody removed';
}

export const personNameIn = (state: WorkState, id: RecordId): string =>
  personName(recordsOf(state, 'person'), id);
