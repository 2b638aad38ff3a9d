import { useStore } from 'zustand';
import type { JobProgress } from '#shared/ipc/evidence.ts';
import { useEngine } from '#renderer/bridge/engine-context.tsx';
import { isRunning } from '#renderer/state/jobs.ts';
import { useJobsStore } from '#renderer/state/jobs-context.tsx';
import { notifyFailure } from '#renderer/state/notify.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CancelledIcon, DoneIcon, ProblemIcon, WorkingIcon } from '#renderer/ui/icons.ts';
import {
  bytesText,
  countOf,
  durationText,
  percentText,
  rateText,
} from '#renderer/ui/number-text.ts';
import { Popover } from '#renderer/ui/popover.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import './jobs-button.css';

/** What the engine is busy with; each job says what it has done and can be cancelled. */
export function JobsButton() {
  const { jobs } = useStore(useJobsStore().store);
  const running = jobs.filter(isRunning);
  if (jobs.length === 0) return null;
  const done = running.reduce((sum, job) => sum + job.bytesDone, 0);
  const total = running.reduce((sum, job) => sum + job.bytesTotal, 0);
  const share = total === 0 ? '' : ` · ${percentText(done / total)}`;
  const label = running.length === 0 ? 'Jobs' : `${countOf(running.length, 'job')}${share}`;
  return (
    <Popover
      label="Jobs"
      placement="bottom end"
      trigger={
        <Button
          variant="quiet"
          icon={running.length === 0 ? DoneIcon : WorkingIcon}
          className={running.length > 0 ? 'fl-jobs-running' : ''}
        >
          {label}
        </Button>
      }
    >
      <ul className="fl-jobs">
        {[...jobs].reverse().map((job) => (
          <JobRow key={job.job} job={job} />
        ))}
      </ul>
    </Popover>
  );
}

const ENDED = { done: DoneIcon, cancelled: CancelledIcon, failed: ProblemIcon } as const;

function JobRow({ job }: { readonly job: JobProgress }) {
  const engine = useEngine();
  const Picture = job.state === 'running' ? WorkingIcon : ENDED[job.state];
  const cancel = (): void => {
    engine.call('jobs.cancel', { job: job.job }).catch((error: unknown) => {
      notifyFailure('The job could not be cancelled.', error);
    });
  };
  return (
    <li className="fl-job">
      <Picture size={14} strokeWidth={1.75} aria-hidden className={`fl-job-${job.state}`} />
      <div className="fl-job-body">
        <div className="fl-job-title">{job.title}</div>
        {job.state === 'running' ? (
          <>
            <Progress
              label={job.title}
              fraction={job.bytesTotal === 0 ? undefined : job.bytesDone / job.bytesTotal}
            />
            <div className="fl-faint">{figures(job)}</div>
          </>
        ) : (
          <div className="fl-muted fl-selectable">{job.outcome ?? job.state}</div>
        )}
      </div>
      {job.state === 'running' ? (
        <Button size="small" variant="quiet" onPress={cancel}>
          Cancel
        </Button>
      ) : null}
    </li>
  );
}

function figures(job: JobProgress): string {
  const parts = [
    `${bytesText(job.bytesDone)} of ${bytesText(job.bytesTotal)}`,
    rateText(job.bytesPerSecond),
  ];
  if (job.events > 0) parts.push(countOf(job.events, 'event'));
  if (job.secondsLeft !== undefined) parts.push(`${durationText(job.secondsLeft)} left`);
  return parts.join(' · ');
}
