import { lookedForAnswered, useAskedLookedFor } from '#renderer/state/looked-for.ts';
import { useWorkIfOpen } from '#renderer/state/work-context.tsx';
import { LookedForDialog } from './looked-for-dialog.tsx';

/** Shows the dialog that records a search, when any screen has asked for it. */
export function LookedForHost() {
  const filter = useAskedLookedFor();
  const work = useWorkIfOpen();
  if (filter === undefined || work === undefined || work.info.readOnly !== undefined) return null;
  return <LookedForDialog work={work} filter={filter} close={lookedForAnswered} />;
}
