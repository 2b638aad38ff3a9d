import { checkParams, isMethod } from '#shared/ipc/schemas.ts';
import type { FromEngine, ToEngine } from '#shared/ipc/protocol.ts';
import type { Topic, Topics } from '#shared/ipc/engine-api.ts';
import type { Failure } from '#shared/model/result.ts';
import { FailureError } from '#shared/model/result.ts';
import type { Engine } from './engine.ts';

/** The part of a MessagePort that is used; Electron's and Node's both have it. */
export interface ServedPort {
  post(message: FromEngine): void;
  onMessage(listener: (message: ToEngine) => void): void;
  onClose(listener: () => void): void;
}

const TOPICS: readonly Topic[] = ['job', 'evidence', 'events', 'work', 'alarm'];

/** Answers one page over its port until the port closes: calls, cancellations, and every topic. */
export function serve(engine: Engine, port: ServedPort, report: (error: unknown) => void): void {
  const running = new Map<number, AbortController>();

  const answer = async (id: number, method: string, params: unknown): Promise<FromEngine> => {
    const refuse = (failure: Failure): FromEngine => ({ kind: 'fail', id, failure });
    if (!isMethod(method)) {
      return refuse({ code: 'invalid-argument', message: `There is no call “${method}”.` });
    }
    const checked = checkParams(method, params);
    if (!checked.ok) {
      return refuse({ code: 'invalid-argument', message: `${method}: ${checked.why}` });
    }
    const controller = new AbortController();
    running.set(id, controller);
    try {
      return {
        kind: 'return',
        id,
        value: await engine.call(method, checked.params, controller.signal),
      };
    } catch (error) {
      if (error instanceof FailureError) return refuse(error.failure);
      report(error);
      return {
        kind: 'threw',
        id,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
    } finally {
      running.delete(id);
    }
  };

  const offs = TOPICS.map((topic) =>
    engine.on(topic, (payload: Topics[typeof topic]) =>
      port.post({ kind: 'event', topic, payload }),
    ),
  );
  port.onMessage((message) => {
    switch (message.kind) {
      case 'call':
        void answer(message.id, message.method, message.params).then((reply) => port.post(reply));
        break;
      case 'cancel':
        running.get(message.id)?.abort();
        break;
    }
  });
  port.onClose(() => {
    for (const off of offs) off();
    for (const controller of running.values()) controller.abort();
  });
}
