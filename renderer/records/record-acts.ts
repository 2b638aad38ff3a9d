import type { RecordId } from '#shared/model/ids.ts';
import type { CaseRecord, RecordType } from '#shared/records/record-kinds.ts';
import type { RecordEdit } from '#shared/records/record-schema.ts';
import type { OpBody } from '#shared/work/op.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import type { Work } from '#renderer/state/work.ts';

export const newRecordId = (): RecordId => crypto.randomUUID() as string as RecordId;

/** Adds a record, with what else belongs to the same act; says so, with Undo. */
export function addRecord(work: Work, record: CaseRecord, more: readonly OpBody[] = []): void {
  void tellDone(work, work.actAll([{ kind: 'record.add', record }, ...more]));
}

/** Changes some fields of a record; says so, with Undo. */
export function editRecord(
  work: Work,
  edit: Omit<RecordEdit, 'kind'>,
  options: { readonly reason?: string; readonly more?: readonly OpBody[] } = {},
): void {
  if (Object.keys(edit.change).length === 0) return;
  // An edit keeps the type it was made for.
  const body = { kind: 'record.edit', ...edit } as RecordEdit;
  const why = options.reason === undefined ? {} : { reason: options.reason };
  void tellDone(work, work.actAll([body, ...(options.more ?? [])], why));
}

/** Removes a record, with what else goes with it; says so, with Undo. */
export function removeRecord(
  work: Work,
  type: RecordType,
  record: RecordId,
  more: readonly OpBody[] = [],
): void {
  void tellDone(work, work.actAll([{ kind: 'record.remove', type, record }, ...more]));
}
