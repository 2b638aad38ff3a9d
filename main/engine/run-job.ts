import type { JobProgress } from '#shared/ipc/evidence.ts';
import { FailureError } from '#shared/model/result.ts';
import type { Job, Jobs } from './jobs.ts';
import type { Session } from './session.ts';

export interface JobResult<T> {
  readonly value: T;
  /** What was done and kept, in one sentence. */
  readonly outcome: string;
  /** It was cancelled, and kept what was whole instead of failing. */
  readonly cancelled?: boolean;
}

/**
 * Runs a long act of an open case. It stops when the caller, the analyst (by the job) or the case's closing says so,
 * and how it ended is always published.
 */
export async function runJob<T>(
  { jobs, session, signal }: { jobs: Jobs; session: Session; signal: AbortSignal },
  kind: JobProgress['kind'],
  title: string,
  work: (job: Job, signal: AbortSignal) => Promise<JobResult<T>>,
): Promise<T> {
  const job = jobs.start(kind, title);
  return session.during(async (ending) => {
    try {
      const done = await work(job, AbortSignal.any([job.signal, signal, ending]));
      job.end(done.cancelled === true ? 'cancelled' : 'done', done.outcome);
      return done.value;
    } catch (error) {
      const cancelled = error instanceof FailureError && error.failure.code === 'cancelled';
      job.end(
        cancelled ? 'cancelled' : 'failed',
        error instanceof FailureError
          ? error.failure.message
          : 'A fault of Fireline ended it; what was kept before is safe.',
      );
      throw error;
    }
  });
}
