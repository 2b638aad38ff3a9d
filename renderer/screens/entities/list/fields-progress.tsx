import { useStore } from 'zustand';
import { useJobsStore } from '#renderer/state/jobs-context.tsx';
import { isRunning } from '#renderer/state/jobs.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { Progress } from '#renderer/ui/progress.tsx';

/** How far the reading of events has come. */
export function FieldsProgress() {
  const jobs = useStore(useJobsStore().store, (state) => state.jobs);
  const job = jobs.find((one) => one.kind === 'entities' && isRunning(one));
  return (
    <span className="fl-entity-progress">
      <Progress label="Reading names out of events" />
      <span className="fl-faint">{job === undefined ? '' : countOf(job.events, 'event')} read</span>
    </span>
  );
}
