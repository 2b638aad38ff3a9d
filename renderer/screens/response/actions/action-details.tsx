import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { AttachEvents } from '#renderer/records/attach-events.tsx';
import { editRecord } from '#renderer/records/record-acts.ts';
import { goTo } from '#renderer/state/navigation.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWork, useWorkView } from '#renderer/state/work-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { BoardIcon } from '#renderer/ui/icons.ts';
import { actionItemId, itemOfAction } from './action-item.ts';

/** What an action rests on, and its place on the board. */
export function ActionDetails({ action }: { readonly action: ResponseAction }) {
  const work = useWork();
  const onBoard = useWorkView(({ state }) => state.board.has(actionItemId(action)));
  if (work.info.readOnly !== undefined) return null;
  const toBoard = (): void =>
    void tellDone(
      work,
      work.act({ kind: 'board.add', item: itemOfAction(action, work.store.getState().state) }),
    );
  return (
    <>
      <AttachEvents
        events={action.events ?? []}
        onAttach={(events) =>
          editRecord(work, { type: 'action', record: action.id, change: { events } })
        }
      />
      <div className="fl-task-acts">
        <Button size="small" icon={BoardIcon} onPress={onBoard ? () => goTo('board') : toBoard}>
          {onBoard ? 'Show on the board' : 'To board'}
        </Button>
      </div>
    </>
  );
}
