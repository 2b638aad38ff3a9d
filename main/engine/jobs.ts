import type { FileProgress, JobProgress } from '#shared/ipc/evidence.ts';
import type { JobId } from '#shared/model/ids.ts';

const PUBLISH_EVERY_MS = 100;
const KEEP_ENDED = 20;
/** Rates are over this much of the recent past, so that a stall shows at once. */
const RATE_WINDOW_MS = 3_000;

/** One long job: what it is doing is published at most ten times a second, and its end always. */
export interface Job {
  readonly id: JobId;
  readonly signal: AbortSignal;
  /** Bytes of the whole job, and of the file at hand. Files that have ended may be left out later. */
  progress(change: {
    readonly bytesDone?: number;
    readonly bytesTotal?: number;
    readonly events?: number;
    readonly file?: FileUpdate;
  }): void;
  end(state: 'done' | 'cancelled' | 'failed', outcome: string): void;
}

export type FileUpdate = Pick<FileProgress, 'path'> &
  Partial<Omit<FileProgress, 'path' | 'bytesPerSecond' | 'secondsLeft'>>;

export interface Jobs {
  start(kind: JobProgress['kind'], title: string): Job;
  list(): readonly JobProgress[];
  cancel(id: JobId): boolean;
  cancelAll(): void;
}

/** Bytes per second over the recent past. */
class Rate {
  private readonly samples: { at: number; bytes: number }[] = [];

  add(at: number, bytes: number): void {
    this.samples.push({ at, bytes });
    while (this.samples.length > 2 && at - (this.samples[0]?.at ?? at) > RATE_WINDOW_MS) {
      this.samples.shift();
    }
  }

  get perSecond(): number {
    const first = this.samples[0];
    const last = this.samples.at(-1);
    if (first === undefined || last === undefined || last.at <= first.at) return 0;
    return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.at - first.at));
  }
}

const secondsLeft = (done: number, total: number, rate: number): { secondsLeft?: number } =>
  rate > 0 && total > done ? { secondsLeft: (total - done) / rate } : {};

export function createJobs(
  publish: (progress: JobProgress) => void,
  now: () => number = Date.now,
): Jobs {
  const running = new Map<JobId, { controller: AbortController; snapshot: () => JobProgress }>();
  const ended: JobProgress[] = [];
  let count = 0;

  const start = (kind: JobProgress['kind'], title: string): Job => {
    count += 1;
    const id = `${kind}-${count}` as JobId;
    const controller = new AbortController();
    const rate = new Rate();
    const files = new Map<string, { now: FileProgress; rate: Rate }>();
    let bytesDone = 0;
    let bytesTotal = 0;
    let events = 0;
    let state: JobProgress['state'] = 'running';
    let outcome: string | undefined;
    let published = 0;

    const snapshot = (): JobProgress => ({
      job: id,
      kind,
      title,
      state,
      bytesDone,
      bytesTotal,
      events,
      bytesPerSecond: rate.perSecond,
      ...secondsLeft(bytesDone, bytesTotal, rate.perSecond),
      files: [...files.values()].map((file) => file.now),
      ...(outcome === undefined ? {} : { outcome }),
    });

    const updateFile = (change: FileUpdate, at: number): void => {
      const known = files.get(change.path) ?? {
        now: {
          path: change.path,
          phase: 'waiting' as const,
          bytesDone: 0,
          bytesTotal: 0,
          bytesPerSecond: 0,
          events: 0,
          issues: 0,
        },
        rate: new Rate(),
      };
      const next = { ...known.now, ...change };
      if (next.phase !== known.now.phase) known.rate = new Rate();
      known.rate.add(at, next.bytesDone);
      const perSecond = known.rate.perSecond;
      const { secondsLeft: _, ...rest } = next;
      known.now = {
        ...rest,
        bytesPerSecond: perSecond,
        ...secondsLeft(next.bytesDone, next.bytesTotal, perSecond),
      };
      files.set(change.path, known);
    };

    running.set(id, { controller, snapshot });
    return {
      id,
      signal: controller.signal,
      progress(change) {
        const at = now();
        bytesDone = change.bytesDone ?? bytesDone;
        bytesTotal = change.bytesTotal ?? bytesTotal;
        events = change.events ?? events;
        rate.add(at, bytesDone);
        if (change.file !== undefined) updateFile(change.file, at);
        if (at - published < PUBLISH_EVERY_MS) return;
        published = at;
        publish(snapshot());
      },
      end(finalState, sentence) {
        state = finalState;
        outcome = sentence;
        running.delete(id);
        ended.push(snapshot());
        if (ended.length > KEEP_ENDED) ended.shift();
        publish(snapshot());
      },
    };
  };

  return {
    start,
    list: () => [...ended, ...[...running.values()].map((job) => job.snapshot())],
    cancel(id) {
      const job = running.get(id);
      job?.controller.abort();
      return job !== undefined;
    },
    cancelAll() {
      for (const job of running.values()) job.controller.abort();
    },
  };
}
