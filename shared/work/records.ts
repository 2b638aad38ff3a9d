import type { RecordId } from '../model/ids.ts';
import type { RecordOfType, RecordType } from '../records/record-kinds.ts';
import { initialRecord } from '../records/record-kinds.ts';
import type { Incident } from '../records/kinds/incident.ts';
import type { WorkState } from './work-state.ts';

/** The records of a case, whatever else is known of it. */
export type Recorded = Pick<WorkState, 'records'>;

const NONE: ReadonlyMap<RecordId, never> = new Map<RecordId, never>();

/** The records of one type; keeps its identity while none of them changes. */
export function recordsOf<T extends RecordType>(
  { records }: Recorded,
  type: T,
): ReadonlyMap<RecordId, RecordOfType<T>> {
  // Records are filed under their own type.
  return (records.get(type) as ReadonlyMap<RecordId, RecordOfType<T>> | undefined) ?? NONE;
}

/** One record, or undefined when it is not there (removed, or never arrived). */
export const recordOf = <T extends RecordType>(
  state: Recorded,
  type: T,
  id: RecordId | undefined,
): RecordOfType<T> | undefined => (id === undefined ? undefined : recordsOf(state, type).get(id));

const UNTOUCHED = initialRecord('incident') as Incident;

/** The incident record, which every case has. */
export const incidentOf = (state: WorkState): Incident =>
  recordsOf(state, 'incident').get(UNTOUCHED.id) ?? UNTOUCHED;
