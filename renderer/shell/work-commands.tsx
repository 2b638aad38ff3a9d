import { useCommand } from '#renderer/commands/registry.ts';
import { tell } from '#renderer/state/work-acts.ts';
import { useWork, useWorkView } from '#renderer/state/work-context.tsx';

/** Undo and redo of the open case's work, from anywhere. */
export function WorkCommands() {
  const work = useWork();
  const undo = useWorkView((view) => view.undo);
  const redo = useWorkView((view) => view.redo);
  useCommand('work.undo', () => void tell(work, work.undo()), undo !== undefined);
  useCommand('work.redo', () => void tell(work, work.redo()), redo !== undefined);
  return null;
}
