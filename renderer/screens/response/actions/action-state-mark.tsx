import type { ResponseAction } from '#shared/records/kinds/response-action.ts';
import { ACTION_STATE_NAMES } from '#shared/response/playbook/names.ts';
import { DoneIcon, DroppedIcon, OpenStateIcon, UndoIcon, VerifyIcon } from '#renderer/ui/icons.ts';
import type { Icon } from '#renderer/ui/icons.ts';

const ICONS: { readonly [S in ResponseAction['state']]: Icon } = {
  planned: OpenStateIcon,
  done: DoneIcon,
  verified: VerifyIcon,
  failed: DroppedIcon,
  reverted: UndoIcon,
};

/** An action's state by shape and word. */
export function ActionStateMark({ state }: Pick<ResponseAction, 'state'>) {
  const Picture = ICONS[state];
  return (
    <span className={`fl-task-state fl-action-state-${state}`}>
      <Picture size={14} strokeWidth={1.9} aria-hidden />
      {ACTION_STATE_NAMES[state]}
    </span>
  );
}
