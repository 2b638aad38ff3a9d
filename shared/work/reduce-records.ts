import type { RecordId } from '../model/ids.ts';
import { changed } from '../model/change.ts';
import type { CaseRecord, RecordType } from '../records/record-kinds.ts';
import { initialRecord, recordTitle } from '../records/record-kinds.ts';
import type { OpBody } from './op.ts';
import type { WorkDraft } from './work-draft.ts';

type RecordBody = Extract<OpBody, { kind: `record.${string}` }>;

/**
 * Records of the case. Adding one that is there already has no effect: two analysts who both began to speak of one
 * host made one record, and what each then said of it stands, or is a conflict.
 */
export function reduceRecords(draft: WorkDraft, body: RecordBody): void {
  switch (body.kind) {
    case 'record.add': {
      const { record } = body;
      if (stored(draft, record.type, record.id) === undefined) {
        draft.records(record.type).set(record.id, record);
      }
      return;
    }
    case 'record.edit': {
      const record = stored(draft, body.type, body.record) ?? single(body.type, body.record);
      if (record === undefined) return;
      draft.records(body.type).set(record.id, changed<CaseRecord>(record, body.change));
      return;
    }
    case 'record.remove': {
      const record = stored(draft, body.type, body.record);
      if (record === undefined) return;
      draft.map('removed').set(record.id, recordTitle(record));
      draft.records(body.type).delete(record.id);
      return;
    }
  }
}

const stored = (draft: WorkDraft, type: RecordType, id: RecordId): CaseRecord | undefined =>
  draft.now.records.get(type)?.get(id);

function single(type: RecordType, id: RecordId): CaseRecord | undefined {
  const record = initialRecord(type);
  return record?.id === id ? record : undefined;
}
