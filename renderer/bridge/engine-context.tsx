import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import type { EngineClient, Topic, Topics } from '#shared/ipc/engine-api.ts';

const Context = createContext<EngineClient | undefined>(undefined);

export const EngineProvider = Context.Provider;

export function useEngine(): EngineClient {
  const engine = useContext(Context);
  if (engine === undefined) throw new Error('useEngine is used outside of EngineProvider');
  return engine;
}

/** Listens to a topic while the component is mounted. */
export function useTopic<T extends Topic>(topic: T, listener: (payload: Topics[T]) => void): void {
  const engine = useEngine();
  const receive = useEffectEvent(listener);
  useEffect(() => engine.on(topic, (payload) => receive(payload)), [engine, topic]);
}
