import type { RecordId } from '#shared/model/ids.ts';
import type { RecordType } from '#shared/records/record-kinds.ts';
import { recordTitle } from '#shared/records/record-kinds.ts';
import type { WorkState } from '#shared/work/work-state.ts';
import { showRecord } from '#renderer/state/navigation.ts';
import { RECORD_SCREENS } from '#renderer/state/record-screens.ts';
import { Button } from '#renderer/ui/button.tsx';
import { visibleLine } from '#renderer/ui/visible-text.ts';

interface RecordLinksProps {
  readonly type: RecordType;
  readonly ids: readonly string[];
  readonly state: WorkState;
}

/** Records that another one names, each a way to it; `removed` for those that are gone. */
export function RecordLinks({ type, ids, state }: RecordLinksProps) {
  const records = state.records.get(type);
  const listed = RECORD_SCREENS[type] !== undefined;
  return ids.map((text, n) => {
    const id = text as RecordId;
    const record = records?.get(id);
    const title = record === undefined ? 'removed' : visibleLine(recordTitle(record));
    return (
      <span key={id}>
        {n === 0 ? '' : ', '}
        {record === undefined || !listed ? (
          title
        ) : (
          <Button
            variant="quiet"
            size="small"
            className="fl-record-link"
            onPress={() => showRecord(type, id)}
          >
            {title}
          </Button>
        )}
      </span>
    );
  });
}
