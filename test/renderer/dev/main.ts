import type { Bridge } from '#shared/ipc/bridge.ts';
import { ENGINE_PORT } from '#shared/ipc/bridge.ts';
import type { FromEngine, ToEngine } from '#shared/ipc/protocol.ts';
import { memoryEngine } from '../memory-engine/engine.ts';

/**
 * The page with an engine in memory, in any browser: `?cases=0&events=10000000&evidence=0&jobs=1&readonly=1`.
 * A tool for looking at screens; the product is built from renderer/index.html.
 */
const asked = new URLSearchParams(window.location.search);
const number = (name: string, otherwise: number): number => Number(asked.get(name) ?? otherwise);

const bridge: Bridge = {
  call: async (method, params) => {
    const answers: { readonly [name: string]: unknown } = {
      'window.ready': {
        version: '0.1.0',
        electron: '45.4.1',
        chromium: '152',
        platform: 'linux',
        home: '/home/marta/Fireline',
        headless: false,
      },
      'dialog.openFiles': ['/media/usb3/a.evtx', '/media/usb3/auth.log', '/media/usb3/table.csv'],
      'dialog.openFolders': [],
    };
    void params;
    return (answers[method] ?? null) as never;
  },
  on: () => () => undefined,
  pathOf: (file) => `/media/usb3/triage/${file.name}`,
  connectEngine: () => {
    const { port1, port2 } = new MessageChannel();
    const answer = memoryEngine(
      {
        cases: number('cases', 3),
        events: number('events', 6_000),
        evidence: number('evidence', 1) === 1,
        jobs: number('jobs', 0) === 1,
        readOnly: number('readonly', 0) === 1,
      },
      (message: FromEngine) => port2.postMessage(message),
    );
    port2.addEventListener('message', (event: MessageEvent<ToEngine>) => answer(event.data));
    port2.start();
    window.postMessage(ENGINE_PORT, window.location.origin, [port1]);
  },
};

Object.defineProperty(window, 'fireline', { value: bridge });
await import('../../../renderer/main.tsx');
