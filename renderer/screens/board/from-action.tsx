import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { ActionBehind } from '#renderer/records/action-behind.tsx';
import { showRecord } from '#renderer/state/navigation.ts';
import type { Work } from '#renderer/state/work.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ActionIcon } from '#renderer/ui/icons.ts';

interface FromActionProps {
  readonly work: Work;
  readonly action: ResponseAction;
}

/** The action of the response that an item was made from, which says what is true of it. */
export function FromAction({ work, action }: FromActionProps) {
  return (
    <>
      <ActionBehind work={work} action={action} />
      <div className="fl-board-acts">
        <Button icon={ActionIcon} onPress={() => showRecord('action', action.id)}>
          Show the action
        </Button>
      </div>
    </>
  );
}
