import type { Bridge, EngineState } from '#shared/ipc/bridge.ts';
import { ENGINE_PORT } from '#shared/ipc/bridge.ts';
import type { EngineClient } from '#shared/ipc/engine-api.ts';
import { createPortClient } from './engine-port.ts';

export interface EngineConnection {
  readonly client: EngineClient;
  /** Called with the number of the connection each time a fresh engine answers: 1 at the start, 2 after a restart. */
  readonly onConnected: (listener: (connection: number) => void) => () => void;
  readonly onState: (listener: (state: EngineState) => void) => () => void;
}

/** Asks for the engine's port and keeps to the newest one for as long as the page lives. */
export function connectEngine(page: Window, bridge: Bridge): EngineConnection {
  const client = createPortClient();
  const listeners = new Set<(connection: number) => void>();
  let connections = 0;

  page.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.data !== ENGINE_PORT || event.source !== page || port === undefined) return;
    client.attach(port);
    connections += 1;
    for (const listener of listeners) listener(connections);
  });
  bridge.on('engine', (state) => {
    if (state.state !== 'running') client.detach();
  });
  bridge.connectEngine();

  return {
    client,
    onConnected(listener) {
      listeners.add(listener);
      if (connections > 0) listener(connections);
      return () => void listeners.delete(listener);
    },
    onState: (listener) => bridge.on('engine', listener),
  };
}
