import { useMemo } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordOfType, RecordType } from '#shared/records/record-kinds.ts';
import { recordsOf } from '#shared/work/records.ts';
import { useWorkView } from '#renderer/state/work-context.tsx';

/** All records of one type, by id; again when one of them changes. */
export const useRecords = <T extends RecordType>(type: T): ReadonlyMap<RecordId, RecordOfType<T>> =>
  useWorkView(({ state }) => recordsOf(state, type));

/** The same as a list, in no order that means anything. */
export function useRecordList<T extends RecordType>(type: T): readonly RecordOfType<T>[] {
  const records = useRecords(type);
  return useMemo(() => [...records.values()], [records]);
}
