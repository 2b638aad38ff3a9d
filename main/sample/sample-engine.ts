import type { Params, Value } from '#shared/ipc/engine-api.ts';

/** The calls of the engine with which the sample is worked; an EngineClient is one. */
export type SampleMethod =
  'events.page' | 'events.resolve' | 'learning.lookFor' | 'work.act' | 'report.template';

export interface SampleEngine {
  call<M extends SampleMethod>(method: M, params: Params<M>): Promise<Value<M>>;
}
