import { createStore } from 'zustand/vanilla';
import type { FileProgress, JobProgress } from '#shared/ipc/evidence.ts';
import type { JobId } from '#shared/model/ids.ts';

export interface Jobs {
  /** In the order they were started. */
  readonly jobs: readonly JobProgress[];
}

const KEEP_ENDED = 12;

/** The running jobs and the last that ended, as the engine told them. */
export function createJobsStore() {
  const store = createStore<Jobs>(() => ({ jobs: [] }));
  return {
    store,
    replace: (jobs: readonly JobProgress[]): void => store.setState({ jobs }),
    update: (progress: JobProgress): void =>
      store.setState(({ jobs }) => {
        const known = jobs.some(({ job }) => job === progress.job);
        const next = known
          ? jobs.map((job) => (job.job === progress.job ? progress : job))
          : [...jobs, progress];
        const ended = next.filter(({ state }) => state !== 'running');
        const gone = new Set<JobId>(ended.slice(0, -KEEP_ENDED).map(({ job }) => job));
        return { jobs: next.filter(({ job }) => !gone.has(job)) };
      }),
  };
}

export type JobsStore = ReturnType<typeof createJobsStore>;

export const isRunning = ({ state }: JobProgress): boolean => state === 'running';

/** Files of running ingestion that have not ended yet. */
export const filesUnderWay = (jobs: readonly JobProgress[]): readonly FileProgress[] =>
  jobs
    .filter((job) => isRunning(job) && (job.kind === 'ingest' || job.kind === 'sample'))
    .flatMap(({ files }) => files)
    .filter(({ phase }) => phase === 'waiting' || phase === 'hashing' || phase === 'parsing');
