import { useEffect } from 'react';
import { useCommand } from '#renderer/commands/registry.ts';
import { notifyFailure } from '#renderer/state/notify.ts';
import { useSessionControl } from '#renderer/state/session-context.tsx';
import { tell } from '#renderer/state/work-acts.ts';
import { useWork, useWorkView } from '#renderer/state/work-context.tsx';

/** What goes with an open case's work everywhere: undo and redo, and the case's name when an act changes it. */
export function WorkCommands() {
  const work = useWork();
  const control = useSessionControl();
  const undo = useWorkView((view) => view.undo);
  const redo = useWorkView((view) => view.redo);
  const title = useWorkView((view) => view.state.title);
  const saved = useWorkView((view) => view.saving.state === 'saved');
  useCommand('work.undo', () => void tell(work, work.undo()), undo !== undefined);
  useCommand('work.redo', () => void tell(work, work.redo()), redo !== undefined);

  useEffect(() => {
    const shown = control.store.getState().case?.title;
    // The engine knows the name once the act is in the case folder.
    if (!saved || title === undefined || title === shown) return;
    control
      .refresh()
      .catch((error: unknown) => notifyFailure('The new name is not shown everywhere.', error));
  }, [control, title, saved]);
  return null;
}
