import type { Topic, Topics } from '#shared/ipc/engine-api.ts';

type Listeners = { [T in Topic]: Set<(payload: Topics[T]) => void> };

/** What the engine tells without being asked. */
export class TopicBoard {
  readonly #listeners: Listeners = {
    job: new Set(),
    evidence: new Set(),
    events: new Set(),
    work: new Set(),
    alarm: new Set(),
  };

  on<T extends Topic>(topic: T, listener: (payload: Topics[T]) => void): () => void {
    const listeners: Set<(payload: Topics[T]) => void> = this.#listeners[topic];
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  publish<T extends Topic>(topic: T, payload: Topics[T]): void {
    const listeners: Set<(payload: Topics[T]) => void> = this.#listeners[topic];
    for (const listener of listeners) listener(payload);
  }
}
