import type {
  CancelSignal,
  EngineClient,
  Method,
  Params,
  Topic,
  Topics,
  Value,
} from '#shared/ipc/engine-api.ts';
import type { FromEngine, ToEngine } from '#shared/ipc/protocol.ts';
import { FailureError } from '#shared/model/result.ts';

/** The part of a MessagePort that is used. */
export interface EnginePort {
  postMessage(message: ToEngine): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromEngine }) => void): void;
  start(): void;
  close(): void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The engine's contract over whichever port is attached; a new port replaces the old after a restart. */
export interface PortClient extends EngineClient {
  /** Calls that wait for an engine go out now; those the old port still owed fail with `engine-stopped`. */
  attach(port: EnginePort): void;
  /** The engine is gone: everything it owed fails with `engine-stopped`; later calls wait for the next port. */
  detach(): void;
}

const stopped = (): FailureError =>
  new FailureError({
    code: 'engine-stopped',
    message: 'The engine stopped before it answered. It is started again by itself; try once more.',
  });

export function createPortClient(): PortClient {
  let port: EnginePort | undefined;
  let lastId = 0;
  const pending = new Map<number, Pending>();
  const waiting: ToEngine[] = [];
  const listeners = new Map<string, Set<(payload: unknown) => void>>();

  const send = (message: ToEngine): void => {
    if (port === undefined) waiting.push(message);
    else port.postMessage(message);
  };

  const settle = (message: FromEngine): void => {
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.topic) ?? []) listener(message.payload);
      return;
    }
    const call = pending.get(message.id);
    pending.delete(message.id);
    if (call === undefined) return;
    switch (message.kind) {
      case 'return':
        call.resolve(message.value);
        break;
      case 'fail':
        call.reject(new FailureError(message.failure));
        break;
      case 'threw':
        call.reject(new Error(message.message));
        break;
    }
  };

  const detach = (): void => {
    if (port === undefined) return;
    port.close();
    port = undefined;
    const owed = [...pending.values()];
    pending.clear();
    for (const call of owed) call.reject(stopped());
  };

  return {
    attach(next) {
      detach();
      port = next;
      next.addEventListener('message', (event) => {
        if (port === next) settle(event.data);
      });
      next.start();
      for (const message of waiting.splice(0)) next.postMessage(message);
    },
    detach,
    call<M extends Method>(method: M, params: Params<M>, signal?: CancelSignal) {
      lastId += 1;
      const id = lastId;
      return new Promise<Value<M>>((resolve, reject) => {
        // The engine answers a method with that method's value: the contract, checked on its side.
        pending.set(id, { resolve: (value) => resolve(value as Value<M>), reject });
        send({ kind: 'call', id, method, params });
        const cancel = (): void => {
          if (pending.has(id)) send({ kind: 'cancel', id });
        };
        if (signal?.aborted === true) cancel();
        else signal?.addEventListener('abort', cancel);
      });
    },
    on<T extends Topic>(topic: T, listener: (payload: Topics[T]) => void) {
      const receive = (payload: unknown): void => listener(payload as Topics[T]);
      const known = listeners.get(topic) ?? new Set();
      listeners.set(topic, known.add(receive));
      return () => void known.delete(receive);
    },
  };
}
