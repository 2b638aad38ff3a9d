import type { RecordOfType } from '#shared/records/record-kinds.ts';
import { instantFromMs } from '#shared/model/time.ts';
import type { LogEntry } from '#shared/response/log-entries.ts';
import type { OpBody } from '#shared/work/op.ts';
import { recordOf } from '#shared/work/records.ts';
import { RecordDialog } from '#renderer/records/record-dialog.tsx';
import type { Work } from '#renderer/state/work.ts';
import { COMMUNICATION_FIELDS, DECISION_FIELDS } from './log-fields.ts';

interface LogDialogProps {
  readonly work: Work;
  /** What is to be written down, or an entry to change. */
  readonly of: 'decision' | 'communication' | LogEntry;
  readonly close: () => void;
  readonly onSaved: (entry: LogEntry) => void;
}

const thisMinute = () => instantFromMs(Math.floor(Date.now() / 60_000) * 60_000);

/** Writes down a decision or a communication, now unless another time is given. */
export function LogDialog({ work, of, close, onSaved }: LogDialogProps) {
  const common = { work, close, onSaved };
  if (of === 'decision' || (typeof of === 'object' && of.type === 'decision')) {
    return (
      <RecordDialog<'decision'>
        {...common}
        title={typeof of === 'object' ? 'Edit decision' : 'New decision'}
        fields={DECISION_FIELDS}
        start={
          typeof of === 'object'
            ? { record: of }
            : { type: 'decision', initial: { at: thisMinute(), by: [] } }
        }
      />
    );
  }
  return (
    <RecordDialog<'communication'>
      {...common}
      title={typeof of === 'object' ? 'Edit communication' : 'New communication'}
      fields={COMMUNICATION_FIELDS}
      start={
        typeof of === 'object'
          ? { record: of }
          : {
              type: 'communication',
              initial: { at: thisMinute(), direction: 'told', channel: 'phone', people: [] },
            }
      }
      more={(record) => meets(work, record)}
    />
  );
}

/** A deadline that is open is met by what was told for it. */
function meets(
  { store }: Work,
  { deadline, at, direction }: RecordOfType<'communication'>,
): readonly OpBody[] {
  const found = recordOf(store.getState().state, 'deadline', deadline);
  if (found === undefined || direction !== 'told') return [];
  if (found.metAt !== undefined || found.waivedBecause !== undefined) return [];
  return [{ kind: 'record.edit', type: 'deadline', record: found.id, change: { metAt: at } }];
}
