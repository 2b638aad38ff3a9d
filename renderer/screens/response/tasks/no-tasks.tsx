import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterIcon, PlaybookIcon, TaskIcon } from '#renderer/ui/icons.ts';

interface NoTasksProps {
  readonly writable: boolean;
  readonly onPlaybooks: () => void;
}

export function NoTasks({ writable, onPlaybooks }: NoTasksProps) {
  return (
    <EmptyState
      icon={TaskIcon}
      title="No tasks yet"
      actions={
        writable ? (
          <Button variant="primary" icon={PlaybookIcon} onPress={onPlaybooks}>
            Choose a playbook
          </Button>
        ) : undefined
      }
    >
      A playbook for this kind of incident becomes tasks with roles, times and what each waits for.
      They are yours from then on: change, add and drop them as the incident demands.
    </EmptyState>
  );
}

export function NoTaskMatches({ onAll }: { readonly onAll: () => void }) {
  return (
    <EmptyState
      icon={FilterIcon}
      title="No task matches"
      actions={<Button onPress={onAll}>Show all tasks</Button>}
    >
      There are tasks of another owner, phase, playbook or standing.
    </EmptyState>
  );
}
