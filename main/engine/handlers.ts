import type { Method, Params, Value } from '#shared/ipc/engine-api.ts';

/** What answers a call. `signal` aborts when the caller no longer wants the answer. */
export type Handler<M extends Method> = (
  params: Params<M>,
  signal: AbortSignal,
) => Value<M> | Promise<Value<M>>;

export type Handlers<M extends Method = Method> = { readonly [K in M]: Handler<K> };
