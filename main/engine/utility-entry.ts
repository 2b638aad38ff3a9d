import type { FromEngine, ToEngine } from '#shared/ipc/protocol.ts';
import { createEngine } from './engine.ts';
import { enginePaths } from './engine-paths.ts';
import { serve, type ServedPort } from './serve.ts';

/** What Electron gives a utility process; typed here because engine code does not import electron. */
interface PagePort {
  postMessage(message: FromEngine): void;
  on(event: 'message', listener: (event: { data: ToEngine }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
}
interface ParentPort {
  on(
    event: 'message',
    listener: (event: { data: { kind: 'port' | 'shutdown' }; ports: PagePort[] }) => void,
  ): void;
}

const parent = (process as unknown as { parentPort?: ParentPort }).parentPort;
if (parent === undefined) throw new Error('The engine runs as a utility process of the app.');

const report = (error: unknown): void => {
  process.stderr.write(
    `engine: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
};
const engine = createEngine({ paths: enginePaths(process.env), report });

const served = (port: PagePort): ServedPort => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => port.on('message', (event) => listener(event.data)),
  onClose: (listener) => port.on('close', listener),
});

parent.on('message', ({ data, ports: [port] }) => {
  switch (data.kind) {
    case 'port':
      if (port === undefined) throw new Error('A port message without its port.');
      serve(engine, served(port), report);
      port.start();
      break;
    case 'shutdown':
      void engine.close().then(
        () => process.exit(0),
        (error: unknown) => {
          report(error);
          process.exit(1);
        },
      );
      break;
  }
});
