import { useStore } from 'zustand';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { useJobsStore } from '#renderer/state/jobs-context.tsx';
import { isRunning } from '#renderer/state/jobs.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CancelledIcon } from '#renderer/ui/icons.ts';
import { countOf } from '#renderer/ui/number-text.ts';
import { Progress } from '#renderer/ui/progress.tsx';
import type { EntitiesPlaceStore } from '../entities-place.ts';

/** How far the reading of events has come, and the way to stop it. */
export function FieldsProgress({ place }: { readonly place: EntitiesPlaceStore }) {
  const engine = useEngine();
  const jobs = useStore(useJobsStore().store, (state) => state.jobs);
  const job = jobs.find((one) => one.kind === 'entities' && isRunning(one));
  return (
    <>
      <span className="fl-entity-progress">
        <Progress label="Reading names out of events" />
        <span className="fl-faint">
          {job === undefined ? '' : `${countOf(job.events, 'event')} read`}
        </span>
      </span>
      {job === undefined ? null : (
        <Button
          icon={CancelledIcon}
          onPress={() => {
            place.setState({ fields: false });
            void engine.call('jobs.cancel', { job: job.job });
          }}
        >
          Stop
        </Button>
      )}
    </>
  );
}
