import type { IngestOutcome, IngestRequest, IngestedFile } from '#shared/ipc/evidence.ts';
import { VERSION } from '#shared/model/version.ts';
import { toolName } from '../casefile/tool-name.ts';
import { Intake } from '../evidence/intake.ts';
import type { UnfinishedIntake } from '../evidence/unfinished.ts';
import { IngestWatcher } from './ingest-watcher.ts';
import type { Jobs } from './jobs.ts';
import { parseEvidence } from './parse-evidence.ts';
import { runJob } from './run-job.ts';
import type { Session } from './session.ts';
import { settleEvents } from './settle-events.ts';
import type { Workers } from './workers.ts';

export interface IngestParts {
  readonly session: Session;
  readonly workers: Workers;
  readonly jobs: Jobs;
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

/** Takes evidence into the open case: seals it and reads its events. Cancelling keeps what is whole. */
export const ingest = (parts: IngestParts, request: IngestRequest): Promise<IngestOutcome> =>
  runIntake(parts, titleOf(request.paths), request);

/** Goes on with an intake that was interrupted, where it stopped. */
export const resume = (parts: IngestParts, rest: UnfinishedIntake): Promise<IngestOutcome> =>
  runIntake(parts, `Going on: ${titleOf(rest.request.paths)}`, rest.request, rest);

function runIntake(
  parts: IngestParts,
  title: string,
  request: IngestRequest,
  rest?: UnfinishedIntake,
): Promise<IngestOutcome> {
  const { session, workers, clock } = parts;
  const { folder, issues, events: store } = session.writable;
  return runJob(parts, 'ingest', title, (job, signal) =>
    session.taking(async () => {
      const watcher = new IngestWatcher(job, session);
      const intake = new Intake(
        {
          layout: folder.layout,
          ledger: folder.ledger,
          hasher: workers.hasher,
          tool: toolName(VERSION),
          clock,
          parse: (file, wishes, stop) =>
            parseEvidence({ pool: workers.pool, store, issues }, file, wishes, watcher, stop),
        },
        request,
        watcher,
        signal,
        rest,
      );
      const { cancelled, files } = await intake.run();
      await settleEvents(session);
      return {
        value: { job: job.id, cancelled, files },
        outcome: outcomeOf(files, watcher.events, cancelled),
        cancelled,
      };
    }),
  );
}

function titleOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  const name = first.split(/[\\/]/).findLast((part) => part !== '') ?? first;
  return paths.length === 1 ? `Adding ${name}` : `Adding ${name} and ${paths.length - 1} more`;
}

function outcomeOf(files: readonly IngestedFile[], events: number, cancelled: boolean): string {
  const sealed = files.filter(
    ({ status, sha256 }) => sha256 !== undefined && status !== 'duplicate',
  );
  const kept = `${sealed.length} ${sealed.length === 1 ? 'file' : 'files'} sealed, ${events.toLocaleString('en')} events`;
  return cancelled ? `Cancelled. Kept: ${kept}.` : `${kept}.`;
}
