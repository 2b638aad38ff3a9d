import type { Params, Value } from '#shared/ipc/engine-api.ts';

/** The calls of the engine with which the sample is worked; an EngineClient is one. */
export type SampleMethod =
  | 'entities.coverage'
  | 'events.count'
  | 'events.page'
  | 'events.resolve'
  | 'learning.lookFor'
  | 'playbooks.list'
  | 'report.template'
  | 'work.append'
  | 'cases.current';

export interface SampleEngine {
  call<M extends SampleMethod>(method: M, params: Params<M>): Promise<Value<M>>;
}
