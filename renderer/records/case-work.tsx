import type { ReactNode } from 'react';
import { useWorkFailure, useWorkIfOpen } from '#renderer/state/work-context.tsx';
import type { Work } from '#renderer/state/work.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ProblemIcon } from '#renderer/ui/icons.ts';

interface CaseWorkProps {
  readonly children: (work: Work) => ReactNode;
}

/** What stands on the work of the open case: shown once that is read, or why it could not be. */
export function CaseWork({ children }: CaseWorkProps) {
  const work = useWorkIfOpen();
  const failure = useWorkFailure();
  if (work !== undefined) return children(work);
  if (failure === undefined) return null;
  return (
    <EmptyState icon={ProblemIcon} title="The work on this case could not be read">
      {failure.message}
    </EmptyState>
  );
}
