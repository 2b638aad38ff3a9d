import { changed } from '#shared/model/change.ts';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import type { RecordChange } from '#shared/records/record-schema.ts';
import { followAction } from '#shared/response/actions/action-item.ts';
import { editRecord } from '#renderer/records/record-acts.ts';
import type { Work } from '#renderer/state/work.ts';

/** Changes an action, and its item on the board with it. */
export function editAction(
  work: Work,
  action: ResponseAction,
  change: RecordChange<'action'>,
): void {
  const after = changed<ResponseAction>(action, change);
  const more = followAction(action, after, work.store.getState().state);
  editRecord(work, { type: 'action', record: action.id, change }, { more });
}
