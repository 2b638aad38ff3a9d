import { useState } from 'react';
import { instantFromMs } from '#shared/model/time.ts';
import type { ResponsePhase } from '#shared/records/fields.ts';
import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import type { Task } from '#shared/records/kinds/task.ts';
import { actionItemId, followAction, itemOfAction } from '#shared/response/actions/action-item.ts';
import type { OpBody } from '#shared/work/op.ts';
import { RecordDialog } from '#renderer/records/record-dialog.tsx';
import { useWork } from '#renderer/state/work-context.tsx';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { actionFields } from './action-fields.ts';
import { useKnownPlaces } from './use-known-places.ts';

interface ActionDialogProps {
  /** The action to change; without it a new one is made, … */
  readonly action?: ResponseAction;
  /** … of this task. */
  readonly task?: Task;
  readonly close: () => void;
  readonly onSaved?: (action: ResponseAction) => void;
}

const KIND_OF_PHASE: { readonly [P in ResponsePhase]: ResponseAction['kind'] } = {
  preparation: 'containment',
  'detection-and-analysis': 'containment',
  containment: 'containment',
  'eradication-and-recovery': 'eradication',
  'post-incident': 'recovery',
};

/** Records an action; putting it on the board is part of the same act. */
export function ActionDialog({ action, task, close, onSaved }: ActionDialogProps) {
  const work = useWork();
  const places = useKnownPlaces();
  const { state } = work.store.getState();
  const there = action !== undefined && state.board.has(actionItemId(action));
  const [onBoard, setOnBoard] = useState(action === undefined);
  const toBoard = (saved: ResponseAction): readonly OpBody[] => {
    const now = work.store.getState().state;
    if (action !== undefined && there) return followAction(action, saved, now);
    return onBoard ? [{ kind: 'board.add', item: itemOfAction(saved, now) }] : [];
  };
  return (
    <RecordDialog<'action'>
      work={work}
      title={action === undefined ? 'New action' : 'Edit action'}
      fields={actionFields(places)}
      start={
        action === undefined ? { type: 'action', initial: newAction(task) } : { record: action }
      }
      close={close}
      more={toBoard}
      {...(onSaved === undefined ? {} : { onSaved })}
    >
      <div className="fl-form-wide">
        {there ? (
          <p className="fl-muted">It is on the board; what you change here is changed there too.</p>
        ) : (
          <Checkbox checked={onBoard} onChange={setOnBoard}>
            Put it on the board, in the response lane
          </Checkbox>
        )}
      </div>
    </RecordDialog>
  );
}

/** Done just now by somebody, until said otherwise. */
function newAction(task: Task | undefined): Partial<ResponseAction> {
  const now = BigInt(Math.floor(Date.now() / 60_000)) * 60_000n;
  return {
    kind: task === undefined ? 'containment' : KIND_OF_PHASE[task.phase],
    state: 'done',
    at: instantFromMs(Number(now)),
    ...(task !== undefined && {
      title: task.title,
      task: task.id,
      ...(task.owner !== undefined && { doneBy: task.owner }),
      ...(task.events !== undefined && { events: task.events }),
    }),
  };
}
