import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { actionItemId, itemOfAction } from '#shared/response/actions/action-item.ts';
import { ActionBehind } from '#renderer/records/action-behind.tsx';
import { AttachEvents } from '#renderer/records/attach-events.tsx';
import { showBoardItem } from '#renderer/state/navigation.ts';
import { tellDone } from '#renderer/state/work-acts.ts';
import { useWork, useWorkView } from '#renderer/state/work-context.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { BoardIcon } from '#renderer/ui/icons.ts';
import { editAction } from './edit-action.ts';

/** What an action rests on, and its place on the board. */
export function ActionDetails({ action }: { readonly action: ResponseAction }) {
  const work = useWork();
  const item = actionItemId(action);
  const onBoard = useWorkView(({ state }) => state.board.has(item));
  const writable = work.info.readOnly === undefined;
  const toBoard = (): void =>
    void tellDone(
      work,
      work.act({ kind: 'board.add', item: itemOfAction(action, work.store.getState().state) }),
    );
  return (
    <>
      {writable ? (
        <AttachEvents
          events={action.events ?? []}
          onAttach={(events) => editAction(work, action, { events })}
        />
      ) : null}
      <ActionBehind work={work} action={action} />
      {onBoard || writable ? (
        <div className="fl-task-acts">
          <Button
            size="small"
            icon={BoardIcon}
            onPress={onBoard ? () => showBoardItem(item) : toBoard}
          >
            {onBoard ? 'Show on the board' : 'To board'}
          </Button>
        </div>
      ) : null}
    </>
  );
}
