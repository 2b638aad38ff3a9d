import type { CasesApi } from './cases.ts';
import type { EntitiesApi } from './entities.ts';
import type { EventsApi } from './events.ts';
import type { EvidenceApi, JobProgress } from './evidence.ts';
import type { LearningApi } from './learning.ts';
import type { ReportApi } from './report.ts';
import type { ResponseApi } from './response.ts';
import type { WorkApi } from './work.ts';

/**
 * Everything the engine does, as one flat table of calls: `area.verb` → (params) → value. The renderer reaches it
 * over the MessagePort, the command line in its own process; both through `call(method, params, signal)`.
 * An expected failure arrives as a Failure, a bug as a throw.
 */
export type EngineApi = CasesApi &
  EvidenceApi &
  EventsApi &
  EntitiesApi &
  WorkApi &
  ReportApi &
  ResponseApi &
  LearningApi;

export type Method = keyof EngineApi;
export type Params<M extends Method> = Parameters<EngineApi[M]>[0];
export type Value<M extends Method> = ReturnType<EngineApi[M]>;

export type Topics = {
  /** A job moved, ended or failed; at most ten a second for each job. */
  job: JobProgress;
  /** Evidence rows changed: ask `evidence.list` again. */
  evidence: { readonly changed: readonly number[] };
  /** Events were added or re-sorted: counts and pages are stale. */
  events: { readonly total: number; readonly settled: boolean };
  /** Operations arrived from elsewhere (command line, merge) or were appended: `ops` are those the page lacks. */
  work: { readonly appended: number };
  /** Nobody may miss this: evidence, ledger or log is not what was sealed. */
  alarm: { readonly message: string; readonly subject: string };
};
export type Topic = keyof Topics;

/** The part of the platform's AbortSignal that is used; an AbortSignal is one. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

export interface EngineClient {
  call<M extends Method>(method: M, params: Params<M>, signal?: CancelSignal): Promise<Value<M>>;
  on<T extends Topic>(topic: T, listener: (payload: Topics[T]) => void): () => void;
}
