import type { Task } from '#shared/records/kinds/task.ts';
import { TASK_STATE_NAMES } from '#shared/response/playbook/names.ts';
import {
  CancelledIcon,
  DroppedIcon,
  InProgressIcon,
  IntactIcon,
  OpenStateIcon,
} from '#renderer/ui/icons.ts';
import type { Icon } from '#renderer/ui/icons.ts';

const ICONS: { readonly [S in Task['state']]: Icon } = {
  open: OpenStateIcon,
  'in-progress': InProgressIcon,
  blocked: CancelledIcon,
  done: IntactIcon,
  dropped: DroppedIcon,
};

interface TaskStateMarkProps {
  readonly state: Task['state'];
  readonly hideName?: boolean;
}

/** A task's state by shape and word. */
export function TaskStateMark({ state, hideName = false }: TaskStateMarkProps) {
  const Picture = ICONS[state];
  return (
    <span className={`fl-task-state fl-task-state-${state}`}>
      <Picture size={14} strokeWidth={1.9} aria-hidden />
      {hideName ? null : TASK_STATE_NAMES[state]}
    </span>
  );
}
