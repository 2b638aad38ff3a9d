import type { EngineClient, Method, Params, Value } from '#shared/ipc/engine-api.ts';
import { FailureError } from '#shared/model/result.ts';
import { casesArea } from './areas/cases-area.ts';
import { entitiesArea } from './areas/entities-area.ts';
import { eventsArea } from './areas/events-area.ts';
import { evidenceArea } from './areas/evidence-area.ts';
import { learningArea } from './areas/learning-area.ts';
import { reportArea } from './areas/report-area.ts';
import { responseArea } from './areas/response-area.ts';
import { workArea } from './areas/work-area.ts';
import type { EnginePaths } from './engine-paths.ts';
import type { Handler, Handlers } from './handlers.ts';
import { createJobs } from './jobs.ts';
import { openSample } from './open-sample.ts';
import { SessionHolder } from './session-holder.ts';
import { takeUp } from './take-up.ts';
import { TopicBoard } from './topics.ts';
import { Workers } from './workers.ts';

export interface EngineOptions {
  readonly paths: EnginePaths;
  /** A bug that has nobody to be told to. */
  readonly report: (error: unknown) => void;
  readonly clock?: () => number;
}

/** Everything Fireline does, without a window. One of them serves the page, another the command line. */
export interface Engine extends EngineClient {
  /** Cancels what runs, closes the case and lets go of every file. */
  close(): Promise<void>;
}

export function createEngine(options: EngineOptions): Engine {
  const clock = options.clock ?? Date.now;
  const topics = new TopicBoard();
  const jobs = createJobs((progress) => topics.publish('job', progress), clock);
  const workers = new Workers();
  const alarm = (message: string, subject: string): void =>
    topics.publish('alarm', { message, subject });
  const never = new AbortController().signal;
  const holder = new SessionHolder(
    options.paths,
    clock,
    alarm,
    {
      workAppended: (appended) => topics.publish('work', { appended }),
      evidenceChanged: (changed) => topics.publish('evidence', { changed }),
      eventsChanged: (total, settled) => topics.publish('events', { total, settled }),
      bug: options.report,
    },
    (session) => takeUp({ session, workers, jobs, clock, signal: never }),
  );
  const handlers: Partial<Handlers> = {
    ...casesArea(holder, jobs, alarm),
    ...evidenceArea(holder, { workers, jobs, clock }),
    ...eventsArea(holder, jobs),
    ...entitiesArea(holder, clock),
    ...workArea(holder),
    ...reportArea(holder, options.paths, clock),
    ...responseArea(holder, options.paths, clock),
    ...learningArea(holder, clock),
    'cases.openSample': () => openSample({ call }, options.paths),
    'jobs.list': () => jobs.list(),
    'jobs.cancel': ({ job }) => {
      jobs.cancel(job);
      return null;
    },
  };

  const call = async <M extends Method>(
    method: M,
    params: Params<M>,
    signal?: Parameters<EngineClient['call']>[2],
  ): Promise<Value<M>> => {
    const handler: Handler<M> | undefined = handlers[method];
    if (handler === undefined) {
      throw new FailureError({
        code: 'not-found',
        message: `This version of Fireline cannot do “${method}” yet.`,
      });
    }
    if (signal === undefined) return handler(params, never);
    if (signal instanceof AbortSignal) return handler(params, signal);
    const controller = new AbortController();
    if (signal.aborted) controller.abort();
    signal.addEventListener('abort', () => controller.abort());
    return handler(params, controller.signal);
  };

  return {
    call,
    on: (topic, listener) => topics.on(topic, listener),
    async close() {
      // Ends what runs in the case as its closing does; it is not cancelled, but taken up again.
      await holder.close();
      jobs.cancelAll();
      await workers.close();
    },
  };
}
